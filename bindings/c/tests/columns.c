/* The columnar path gives the fen of pricing.table, and refuses bad columns with their row. */

#include "json.h"
#include "sample.h"
#include <kaipan.h>
#include <pthread.h>
#include <stdlib.h>

/* Compares every row; returns their number. */
static size_t same_as_table(const Sample *sample, const KpColumns *columns, const int64_t *units,
                            const int64_t *totals) {
    char *response = NULL;
    CHECK(kp_call("pricing.table", KP_NUL, sample->table.start, sample->table.len, &response, NULL,
                  NULL) == KP_OK);
    Text rows = json_field(response, "rows");
    const char *after = NULL;
    size_t at = 0;
    for (Text row; (row = json_item(rows.start, &after)).start; at++) {
        CHECK(at < columns->rows);
        CHECK(json_fen(row.start, "total") == totals[at]);
        CHECK(json_fen(row.start, "unit_price") == units[at]);
        free(row.start);
    }
    free(rows.start);
    kp_string_free(response);
    return at;
}

static void refuses(const KpCompiledScheme *scheme, const KpColumns *columns, KpStatus expected,
                    int64_t row) {
    int64_t *units = memory(columns->rows % 100000 * sizeof *units);
    int64_t *totals = memory(columns->rows % 100000 * sizeof *totals);
    KpColumnTotals sums = {7, 8, 9};
    KpError *error = NULL;
    KpStatus status = kp_compiled_scheme_price(scheme, columns, units, totals, &sums, &error);
    CHECK(status == expected && kp_error_row(error) == row);
    CHECK(sums.units == 7 && sums.area == 8 && sums.total == 9);
    kp_error_free(error);
    free(units);
    free(totals);
}

static void bad_columns(const KpCompiledScheme *scheme, KpColumns good) {
    KpColumns bad = good;
    int64_t *areas = memory(good.rows * sizeof *areas);
    memcpy(areas, good.areas, good.rows * sizeof *areas);
    areas[17] = 0;
    bad.areas = areas;
    refuses(scheme, &bad, KP_CODE_PRICING_COLUMN_AREA, 17);
    bad.areas = NULL;
    refuses(scheme, &bad, KP_CODE_CALL_ARGUMENT, -1);
    bad.areas = (const int64_t *)((const char *)areas + 1);
    refuses(scheme, &bad, KP_CODE_CALL_ARGUMENT, -1);
    bad = good;
    uint16_t *codes = memory(good.rows * sizeof *codes);
    memcpy(codes, good.codes[0], good.rows * sizeof *codes);
    codes[399] = 65535;
    const uint16_t *columns[8] = {codes};
    for (size_t axis = 1; axis < good.axes; axis++) columns[axis] = good.codes[axis];
    bad.codes = columns;
    refuses(scheme, &bad, KP_CODE_PRICING_COLUMN_CODE, 399);
    columns[0] = NULL;
    refuses(scheme, &bad, KP_CODE_CALL_ARGUMENT, -1);
    bad.codes = NULL;
    refuses(scheme, &bad, KP_CODE_CALL_ARGUMENT, -1);
    bad = good;
    bad.axes--;
    refuses(scheme, &bad, KP_CODE_PRICING_COLUMN_LENGTH, -1);
    bad.axes = (size_t)-1;
    refuses(scheme, &bad, KP_CODE_PRICING_COLUMN_LENGTH, -1);
    bad = good;
    bad.rows = (size_t)-1;
    refuses(scheme, &bad, KP_CODE_CALL_ARGUMENT, -1);
    bad = good;
    bad.gift_areas = good.areas;
    refuses(scheme, &bad, KP_CODE_PRICING_COLUMN_LENGTH, -1);
    int64_t price = 0;
    CHECK(kp_compiled_scheme_price(scheme, &good, NULL, &price, NULL, NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_compiled_scheme_price(scheme, NULL, &price, &price, NULL, NULL) == KP_CODE_CALL_ARGUMENT);
    /* No rows, no prices. */
    KpColumns none = {.rows = 0, .codes = good.codes, .axes = good.axes};
    KpColumnTotals sums = {7, 8, 9};
    CHECK(kp_compiled_scheme_price(scheme, &none, NULL, NULL, &sums, NULL) == KP_OK);
    CHECK(sums.units == 0 && sums.area == 0 && sums.total == 0);
    free(areas);
    free(codes);
}

/* A base as pricing.solve_base answers it, and what is none. */
static void exact_bases(KpCompiledScheme *scheme, const KpColumns *columns, int64_t *units,
                        int64_t *totals) {
    KpColumnTotals third, short_decimal, again;
    CHECK(kp_compiled_scheme_set_exact_base(scheme, "150001/3", KP_NUL, NULL) == KP_OK);
    CHECK(kp_compiled_scheme_price(scheme, columns, units, totals, &third, NULL) == KP_OK);
    CHECK(kp_compiled_scheme_set_exact_base(scheme, "50000.333333", KP_NUL, NULL) == KP_OK);
    CHECK(kp_compiled_scheme_price(scheme, columns, units, totals, &short_decimal, NULL) == KP_OK);
    /* A third of a millionth more a square metre, over some hundred homes rounded to the yuan. */
    CHECK(llabs(third.total - short_decimal.total) < 100000);
    CHECK(kp_compiled_scheme_set_exact_base(scheme, "50000333333/1000000", KP_NUL, NULL) == KP_OK);
    CHECK(kp_compiled_scheme_price(scheme, columns, units, totals, &again, NULL) == KP_OK);
    CHECK(again.total == short_decimal.total);
    CHECK(kp_compiled_scheme_set_base(scheme, 50000333333, NULL) == KP_OK);
    CHECK(kp_compiled_scheme_price(scheme, columns, units, totals, &again, NULL) == KP_OK);
    CHECK(again.total == short_decimal.total);
    KpError *error = NULL;
    CHECK(kp_compiled_scheme_set_exact_base(scheme, "-1/3", KP_NUL, &error) ==
          KP_CODE_PRICING_NOT_POSITIVE);
    kp_error_free(error);
    CHECK(kp_compiled_scheme_set_exact_base(scheme, "1/0", KP_NUL, NULL) ==
          KP_CODE_NUMBER_ZERO_DENOMINATOR);
    CHECK(kp_compiled_scheme_set_exact_base(scheme, "x", KP_NUL, NULL) == KP_CODE_NUMBER_SYNTAX);
    CHECK(kp_compiled_scheme_set_exact_base(scheme, NULL, 3, NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_compiled_scheme_price(scheme, columns, units, totals, &again, NULL) == KP_OK);
    CHECK(again.total == short_decimal.total);
}

/* Codes looked up by the host are those that the library gave. */
static void lookups(const KpCompiledScheme *scheme) {
    size_t found = 0;
    for (size_t axis = 0; axis < kp_compiled_scheme_axis_count(scheme); axis++) {
        CHECK(kp_compiled_scheme_axis_name(scheme, axis)[0]);
        CHECK(kp_compiled_scheme_axis_codes(scheme, axis) > 0);
        for (size_t at = 0; at < kp_compiled_scheme_key_count(scheme, axis); at++) {
            uint16_t listed = 0, looked_up = 0;
            const char *key = kp_compiled_scheme_key(scheme, axis, at, &listed);
            CHECK(key != NULL && listed < kp_compiled_scheme_axis_codes(scheme, axis));
            CHECK(kp_compiled_scheme_key(scheme, axis, at, NULL) == key);
            /* Floors of buildings of different height have no code of their own. */
            if (kp_compiled_scheme_code(scheme, axis, key, KP_NUL, &looked_up, NULL) == KP_OK) {
                CHECK(looked_up == listed);
                found++;
            }
        }
    }
    CHECK(found > 20);
    uint16_t code = 4321;
    KpError *error = NULL;
    CHECK(kp_compiled_scheme_code(scheme, 0, "nowhere", KP_NUL, &code, &error) ==
          KP_CODE_CALL_ARGUMENT);
    CHECK(code == 4321 && kp_error_number(error) == KP_CODE_CALL_ARGUMENT);
    kp_error_free(error);
    CHECK(kp_compiled_scheme_code(scheme, 99, "1", KP_NUL, &code, NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_compiled_scheme_code(scheme, 0, "1", KP_NUL, NULL, NULL) == KP_CODE_CALL_ARGUMENT);
}

typedef struct Shared {
    const KpCompiledScheme *scheme;
    const KpColumns *columns;
    int64_t total;
} Shared;

static void *one_thread(void *argument) {
    const Shared *shared = argument;
    size_t rows = shared->columns->rows;
    int64_t *units = memory(rows * sizeof *units), *totals = memory(rows * sizeof *totals);
    for (int round = 0; round < 50; round++) {
        KpColumnTotals sums;
        CHECK(kp_compiled_scheme_price(shared->scheme, shared->columns, units, totals, &sums,
                                       NULL) == KP_OK);
        CHECK(sums.total == shared->total);
        KpError *error = NULL;
        char *response = NULL;
        CHECK(kp_call("fee.compute", KP_NUL, "{", 1, &response, NULL, &error) != KP_OK);
        CHECK(kp_operation_name(0) != NULL && response == NULL);
        kp_error_free(error);
    }
    free(units);
    free(totals);
    return NULL;
}

static void threads(const KpCompiledScheme *scheme, const KpColumns *columns, int64_t total) {
    Shared shared = {scheme, columns, total};
    pthread_t all[8];
    for (int at = 0; at < 8; at++) CHECK(!pthread_create(&all[at], NULL, one_thread, &shared));
    for (int at = 0; at < 8; at++) CHECK(!pthread_join(all[at], NULL));
}

int main(int count, char **arguments) {
    CHECK(count == 2);
    Sample sample = sample_read(arguments[1]);
    KpCompiledScheme *scheme = NULL;
    CHECK(kp_compiled_scheme_new(sample.columns.start, sample.columns.len, &scheme, NULL) == KP_OK);
    KpColumns columns;
    CHECK(kp_compiled_scheme_columns(scheme, &columns, NULL) == KP_OK);
    CHECK(columns.axes == kp_compiled_scheme_axis_count(scheme));
    CHECK(kp_compiled_scheme_columns(scheme, NULL, NULL) == KP_CODE_CALL_ARGUMENT);
    int64_t *units = memory(columns.rows * sizeof *units);
    int64_t *totals = memory(columns.rows * sizeof *totals);
    KpColumnTotals sums;
    CHECK(kp_compiled_scheme_price(scheme, &columns, units, totals, &sums, NULL) == KP_OK);
    int64_t area = 0, total = 0;
    for (size_t row = 0; row < columns.rows; row++) {
        area += columns.areas[row];
        total += totals[row];
    }
    CHECK(sums.units == columns.rows && sums.area == area && sums.total == total);
    CHECK(same_as_table(&sample, &columns, units, totals) == columns.rows);
    lookups(scheme);
    bad_columns(scheme, columns);
    threads(scheme, &columns, sums.total);

    /* A base that is no price is refused and the old one stays; another one prices again. */
    CHECK(kp_compiled_scheme_set_base(scheme, -100000000000, NULL) == KP_CODE_PRICING_NOT_POSITIVE);
    CHECK(kp_compiled_scheme_set_base(scheme, 0, NULL) == KP_CODE_PRICING_NOT_POSITIVE);
    CHECK(kp_compiled_scheme_price(scheme, &columns, units, totals, &sums, NULL) == KP_OK);
    CHECK(sums.total == total);
    CHECK(kp_compiled_scheme_set_base(scheme, 46948255000 + 1000000, NULL) == KP_OK);
    CHECK(kp_compiled_scheme_price(scheme, &columns, units, totals, &sums, NULL) == KP_OK);
    CHECK(sums.total > total);
    exact_bases(scheme, &columns, units, totals);
    printf("%zu rows as in pricing.table, to the fen\n", columns.rows);
    free(units);
    free(totals);
    kp_compiled_scheme_free(scheme);
    sample_free(sample);
    return 0;
}
