/* What the same work costs from C: one line of JSON for the table of all hosts.
 *
 *     bench QUOTE TABLE COLUMNS
 *
 * QUOTE and TABLE are files with a request of quote.make and of pricing.table, COLUMNS one for
 * kp_compiled_scheme_new. Times are those of the best round; `checksum` tells that every
 * host did the same: bytes of the two responses and the sum of all totals in fen.
 */

#define _POSIX_C_SOURCE 200809L

#include <kaipan.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* A round takes at least as long, so that the clock is fine enough. */
static const double ROUND_SECONDS = 0.05;
static const int ROUNDS = 7;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void stop(const char *doing, KpError *error) {
    fprintf(stderr, "%s: %s\n", doing, error ? kp_error_message(error, KP_EN, NULL) : "failed");
    exit(1);
}

static char *read_file(const char *path, size_t *len) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) stop(path, NULL);
    long size = ftell(file);
    rewind(file);
    char *text = size > 0 ? malloc((size_t)size) : NULL;
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) stop(path, NULL);
    fclose(file);
    *len = (size_t)size;
    return text;
}

/* Something done once; returns a number for the checksum. */
typedef struct Work {
    const char *operation;
    const char *request;
    size_t len;
    const KpCompiledScheme *scheme;
    KpColumns columns;
    int64_t *unit_prices, *totals;
} Work;

static int64_t call(const Work *work) {
    char *response = NULL;
    size_t len = 0;
    KpError *error = NULL;
    if (kp_call(work->operation, KP_NUL, work->request, work->len, &response, &len, &error)) {
        stop(work->operation, error);
    }
    kp_string_free(response);
    return (int64_t)len;
}

static int64_t price(const Work *work) {
    KpColumnTotals sums;
    KpError *error = NULL;
    if (kp_compiled_scheme_price(work->scheme, &work->columns, work->unit_prices, work->totals, &sums,
                        &error)) {
        stop("columns", error);
    }
    return sums.total;
}

/* Seconds for one time in the best round. */
static double best(int64_t (*once)(const Work *), const Work *work) {
    double found = 1e9;
    for (int round = 0; round < ROUNDS; round++) {
        double start = now(), seconds = 0;
        int times = 0;
        do {
            once(work);
            times++;
            seconds = now() - start;
        } while (seconds < ROUND_SECONDS);
        if (seconds / times < found) found = seconds / times;
    }
    return found;
}

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "usage: %s QUOTE TABLE COLUMNS\n", arguments[0]);
        return 2;
    }
    Work quote = {.operation = "quote.make"}, table = {.operation = "pricing.table"}, columns = {0};
    char *quote_text = read_file(arguments[1], &quote.len);
    char *table_text = read_file(arguments[2], &table.len);
    char *columns_text = read_file(arguments[3], &columns.len);
    quote.request = quote_text;
    table.request = table_text;
    KpCompiledScheme *scheme = NULL;
    KpError *error = NULL;
    if (kp_compiled_scheme_new(columns_text, columns.len, &scheme, &error) != KP_OK ||
        kp_compiled_scheme_columns(scheme, &columns.columns, &error) != KP_OK) {
        stop(arguments[3], error);
    }
    size_t rows = columns.columns.rows;
    columns.scheme = scheme;
    columns.unit_prices = calloc(rows + 1, sizeof(int64_t));
    columns.totals = calloc(rows + 1, sizeof(int64_t));
    if (!columns.unit_prices || !columns.totals) stop("memory", NULL);

    long long bytes_of_quote = call(&quote), bytes_of_table = call(&table);
    long long total = price(&columns);
    printf("{\"host\":\"C\",\"quote_us\":%.2f,\"table_ms\":%.3f,\"columnar_ns_per_unit\":%.3f,"
           "\"checksum\":\"%lld-%lld-%lld\"}\n",
           best(call, &quote) * 1e6, best(call, &table) * 1e3,
           best(price, &columns) * 1e9 / (double)(rows ? rows : 1), bytes_of_quote, bytes_of_table,
           total);

    kp_compiled_scheme_free(scheme);
    free(columns.unit_prices);
    free(columns.totals);
    free(quote_text);
    free(table_text);
    free(columns_text);
    return 0;
}
