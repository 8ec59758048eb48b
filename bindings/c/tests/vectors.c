/* Runs tests/vectors: every case through kp_call, compared byte for byte. */

#include "json.h"
#include <dirent.h>
#include <kaipan.h>

static size_t failed = 0;

static void compare(const char *path, const char *expected, const char *found) {
    if (strcmp(expected, found) == 0) return;
    size_t at = 0;
    while (expected[at] && expected[at] == found[at]) at++;
    size_t from = at > 60 ? at - 60 : 0;
    fprintf(stderr, "%s: at byte %zu\n    expected …%.160s\n    found    …%.160s\n", path, at,
            expected + from, found + from);
    failed++;
}

static void run(const char *path, const char *operation_of_folder) {
    Text file = file_text(path);
    Text compact = json_compact(file.start);
    Text quoted = json_field(compact.start, "operation");
    Text operation = json_string(quoted.start);
    CHECK_TEXT(operation.start, operation_of_folder);
    Text request = json_field(compact.start, "request");
    if (!request.start) {
        Text raw = json_field(compact.start, "request_text");
        CHECK(raw.start != NULL);
        request = json_string(raw.start);
        free(raw.start);
    }
    Text response = json_field(compact.start, "response");
    Text error = json_field(compact.start, "error");
    CHECK(!response.start != !error.start);

    /* A copy of exactly this length, so that a read past its end is seen. */
    char *exact = memory(request.len);
    memcpy(exact, request.start, request.len);
    char *out = NULL;
    size_t len = 0;
    KpError *refused = NULL;
    KpStatus status = kp_call(operation.start, operation.len, exact, request.len, &out, &len,
                              &refused);
    free(exact);
    if (status == KP_OK) {
        CHECK(refused == NULL && strlen(out) == len);
        compare(path, response.start ? response.start : "(an error)", out);
        kp_string_free(out);
    } else {
        CHECK(out == NULL && refused != NULL && (uint32_t)status == kp_error_number(refused));
        Text whole = joined((const char *const[]){
            "{\"error\":", error.start ? error.start : "(a response)", "}", NULL});
        compare(path, whole.start, kp_error_json(refused, &len));
        CHECK(strlen(kp_error_json(refused, NULL)) == len);
        free(whole.start);
        kp_error_free(refused);
    }
    free(file.start);
    free(compact.start);
    free(quoted.start);
    free(operation.start);
    free(request.start);
    free(response.start);
    free(error.start);
}

int main(int count, char **arguments) {
    CHECK(count == 2);
    size_t ran = 0, operations = 0;
    DIR *root = opendir(arguments[1]);
    CHECK(root != NULL);
    for (struct dirent *folder; (folder = readdir(root)) != NULL;) {
        if (folder->d_name[0] == '.' || strstr(folder->d_name, ".md")) continue;
        Text inside = joined((const char *const[]){arguments[1], "/", folder->d_name, NULL});
        DIR *cases = opendir(inside.start);
        CHECK(cases != NULL);
        size_t before = ran;
        for (struct dirent *one; (one = readdir(cases)) != NULL;) {
            if (one->d_name[0] == '.') continue;
            Text path = joined((const char *const[]){inside.start, "/", one->d_name, NULL});
            run(path.start, folder->d_name);
            free(path.start);
            ran++;
        }
        closedir(cases);
        CHECK(ran > before);
        for (size_t at = 0; at < kp_operation_count(); at++) {
            operations += strcmp(kp_operation_name(at), folder->d_name) == 0;
        }
        free(inside.start);
    }
    closedir(root);
    CHECK(operations == kp_operation_count());
    printf("%zu vectors of %zu operations, %zu wrong\n", ran, operations, failed);
    return failed != 0;
}
