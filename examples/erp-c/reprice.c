#include "reprice.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Everything that the library says of an error, and the unit it is about. */
static void explain(const Batch *batch, const KpError *error) {
    for (size_t at = 0; at < kp_error_count(error); at++) {
        const KpError *one = kp_error_at(error, at);
        int64_t row = kp_error_row(one);
        fprintf(stderr, "[%s] %s%s%s\n", kp_error_code(one, NULL), kp_error_path(one, NULL),
                row >= 0 ? " = " : "", row >= 0 ? batch->units[row].unit_no : "");
        fprintf(stderr, "  %s。%s。\n", kp_error_message(one, KP_ZH, NULL),
                kp_error_hint(one, KP_ZH, NULL));
        fprintf(stderr, "  %s; %s.\n", kp_error_message(one, KP_EN, NULL),
                kp_error_hint(one, KP_EN, NULL));
    }
}

bool reprice(Batch *batch, KpColumnTotals *sums) {
    KpCompiledScheme *scheme = NULL;
    KpError *error = NULL;
    KpColumns columns = {0};
    int64_t *unit_prices = calloc(batch->count + 1, sizeof *unit_prices);
    int64_t *totals = calloc(batch->count + 1, sizeof *totals);
    bool priced = false;
    if (!unit_prices || !totals) {
        fputs("内存不足 out of memory\n", stderr);
        goto done;
    }
    /* Compiled once: factors looked up, a small code for every unit and factor. */
    if (kp_compiled_scheme_new(batch->request, strlen(batch->request), &scheme, &error) != KP_OK) {
        goto done;
    }
    if (kp_compiled_scheme_columns(scheme, &columns, &error) != KP_OK) goto done;
    /* Run over all units, without JSON. */
    if (kp_compiled_scheme_price(scheme, &columns, unit_prices, totals, sums, &error) != KP_OK) {
        goto done;
    }
    for (size_t row = 0; row < batch->count; row++) {
        batch->units[row].unit_price = unit_prices[row];
        batch->units[row].total = totals[row];
    }
    priced = true;
done:
    if (error) explain(batch, error);
    kp_error_free(error);
    kp_compiled_scheme_free(scheme);
    free(unit_prices);
    free(totals);
    return priced;
}
