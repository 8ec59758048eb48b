/* A small ERP in C: units from SQLite, prices by kaipan, back into SQLite.
 *
 *     erp DATABASE
 */

#include "report.h"
#include "reprice.h"
#include "store.h"
#include <stdio.h>

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "用法 usage: %s DATABASE\n", arguments[0]);
        return 2;
    }
    /* A library of another version may have another interface. */
    if (kp_version_number() / 1000 != KAIPAN_VERSION_NUMBER / 1000) {
        fprintf(stderr, "libkaipan %s, 应为 expected %s\n", kp_version(), KAIPAN_VERSION);
        return 2;
    }
    sqlite3 *db = NULL;
    Batch batch = {0};
    KpColumnTotals sums = {0};
    bool done = store_open(arguments[1], &db) && store_read(db, &batch) &&
                reprice(&batch, &sums) && store_write(db, &batch);
    if (done) report(&batch, &sums);
    store_free(&batch);
    sqlite3_close(db);
    return done ? 0 : 1;
}
