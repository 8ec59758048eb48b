module kaipan.test/host

go 1.19
