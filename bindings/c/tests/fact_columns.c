/* Columns of facts give what kpi.measure gives, and bad columns are refused with their row. */

#include "json.h"
#include "writer.h"
#include <kaipan.h>

#define FACTS 400
#define NODES 3

static const char *const METRICS =
    "\"metrics\":[\"subscriptions\",\"subscribed_amount\",\"net_subscribed_amount\",\"subscribed_area\"],"
    "\"periods\":{\"kind\":\"month\",\"from\":\"2026-01-01\",\"to\":\"2026-06-30\"}";

typedef struct Book {
    uint8_t kinds[FACTS];
    uint16_t details[FACTS];
    uint32_t origins[FACTS], nodes[FACTS], counts[FACTS];
    int32_t days[FACTS], finance_days[FACTS];
    int64_t areas[FACTS], amounts[FACTS], list_amounts[FACTS];
} Book;

static uint8_t kind_code(const char *kind) {
    uint8_t code = 99;
    CHECK(kp_fact_kind_code(kind, KP_NUL, &code, NULL) == KP_OK);
    return code;
}

/* Subscriptions; each third fact cancels the one before it, some because the buyer quit. */
static void fill(Book *book) {
    memset(book, 0, sizeof *book);
    uint8_t subscription = kind_code("subscription"), cancellation = kind_code("cancellation");
    for (size_t at = 0; at < FACTS; at++) {
        int cancels = at % 3 == 2;
        book->kinds[at] = cancels ? cancellation : subscription;
        book->details[at] = cancels && at % 2 ? 0 : UINT16_MAX;
        book->origins[at] = cancels ? 1U << subscription : 0;
        book->nodes[at] = (uint32_t)(at / 3 % NODES);
        book->counts[at] = 1;
        book->days[at] = 20440 + (int32_t)(at * 29 % 200);
        book->finance_days[at] = KP_NO_DAY;
        book->areas[at] = 800000 + (int64_t)(at * 997 % 700000);
        book->amounts[at] = 90000000 + (int64_t)(at * 7919 % 90000000);
        book->list_amounts[at] = book->amounts[at] + 1;
    }
}

static KpFactColumns columns(const Book *book) {
    return (KpFactColumns){.rows = FACTS,
                           .kinds = book->kinds,
                           .details = book->details,
                           .origins = book->origins,
                           .nodes = book->nodes,
                           .days = book->days,
                           .performance_days = book->days,
                           .finance_days = book->finance_days,
                           .counts = book->counts,
                           .areas = book->areas,
                           .amounts = book->amounts,
                           .finance_amounts = book->amounts,
                           .list_amounts = book->list_amounts};
}

/* The same facts for kpi.measure. */
static Text as_request(const Book *book) {
    Writer writer = {{0}, 0};
    char day[16];
    writef(&writer, "{%s,\"by\":[\"node\"],\"facts\":[", METRICS);
    for (size_t at = 0; at < FACTS; at++) {
        writef(&writer, "%s{\"key\":\"F%zu\",\"kind\":\"%s\",\"date\":\"%s\",\"node\":\"P%u\",", at ? "," : "",
               at, book->origins[at] ? "cancellation" : "subscription", day_text(book->days[at], day),
               book->nodes[at]);
        if (book->origins[at]) writef(&writer, "\"of\":\"F%zu\",", at - 1);
        if (book->details[at] == 0) writef(&writer, "\"detail\":\"quit\",");
        writef(&writer, "\"area\":\"%lld.%04lld\",\"amount\":\"%lld.%02lld\"}",
               (long long)(book->areas[at] / 10000), (long long)(book->areas[at] % 10000),
               (long long)(book->amounts[at] / 100), (long long)(book->amounts[at] % 100));
    }
    writef(&writer, "]}");
    return writer.text;
}

static Text beside(const char *groups) {
    Writer writer = {{0}, 0};
    writef(&writer, "{%s,\"groups\":%s,\"details\":[\"quit\"]}", METRICS, groups);
    return writer.text;
}

/* Compares every value; returns their number. */
static size_t same_measures(const Book *book) {
    KpFactColumns facts = columns(book);
    Text request = beside("[0,1,2]");
    char *measured = NULL, *table = NULL;
    size_t len = 0;
    CHECK(kp_kpi_measure_columns(request.start, request.len, &facts, &measured, &len, NULL) == KP_OK);
    CHECK(strlen(measured) == len);
    Text whole = as_request(book);
    CHECK(kp_call("kpi.measure", KP_NUL, whole.start, whole.len, &table, NULL, NULL) == KP_OK);
    Text groups = json_field(table, "groups"), rows = json_field(measured, "rows");
    const char *next_group = NULL, *next_row = NULL;
    /* The first group is the total. */
    free(json_item(groups.start, &next_group).start);
    size_t compared = 0;
    for (Text group; (group = json_item(groups.start, &next_group)).start;) {
        Text cells = json_field(group.start, "cells");
        const char *next_cell = NULL;
        Text cell = json_item(cells.start, &next_cell);
        while (cell.start) {
            Text row = json_item(rows.start, &next_row);
            CHECK(row.start != NULL);
            Text values = json_field(row.start, "values"), period = json_field(row.start, "period");
            const char *next_value = NULL;
            for (Text value; (value = json_item(values.start, &next_value)).start;) {
                Text expected = json_field(cell.start, "value"), name = json_field(cell.start, "period");
                CHECK_TEXT(value.start, expected.start);
                CHECK_TEXT(period.start, name.start);
                free(expected.start);
                free(name.start);
                free(value.start);
                free(cell.start);
                cell = json_item(cells.start, &next_cell);
                compared++;
            }
            free(values.start);
            free(period.start);
            free(row.start);
        }
        free(cells.start);
        free(group.start);
    }
    CHECK(!json_item(rows.start, &next_row).start);
    free(groups.start);
    free(rows.start);
    free(whole.start);
    free(request.start);
    kp_string_free(measured);
    kp_string_free(table);
    return compared;
}

static void refused(const char *groups, const KpFactColumns *facts, const char *code, const char *path,
                    int64_t row) {
    Text request = beside(groups);
    char mark = 'x';
    char *response = &mark;
    size_t len = 77;
    KpError *error = NULL;
    CHECK(kp_kpi_measure_columns(request.start, request.len, facts, &response, &len, &error) != KP_OK);
    CHECK_TEXT(kp_error_code(error, NULL), code);
    CHECK_TEXT(kp_error_path(error, NULL), path);
    CHECK(kp_error_row(error) == row && response == &mark && len == 77);
    kp_error_free(error);
    free(request.start);
}

static void bad_columns(Book *book) {
    const char *all = "[0,1,2]";
    KpFactColumns good = columns(book), bad = good;
    refused(all, NULL, "call.argument", "", -1);
    bad.list_amounts = NULL;
    refused(all, &bad, "call.argument", "", -1);
    bad = good;
    bad.days = (const int32_t *)((const char *)book->days + 1);
    refused(all, &bad, "call.argument", "", -1);
    bad = good;
    bad.rows = (size_t)-1;
    refused(all, &bad, "call.argument", "", -1);
    refused("[0,1]", &good, "kpi.column_node", "/facts/nodes/6", 6);
    refused("[0,1,4294967295]", &good, "kpi.many_cells", "/groups", -1);
    book->kinds[399] = 127;
    refused(all, &good, "kpi.column_node", "/facts/kinds/399", 399);
    fill(book);
    book->origins[8] = UINT32_MAX;
    refused(all, &good, "kpi.column_node", "/facts/origins/8", 8);
    fill(book);
    book->days[1] = KP_NO_DAY;
    refused(all, &good, "number.between", "/facts/days/1", 1);
    fill(book);
    book->amounts[0] = book->amounts[3] = INT64_MAX;
    Text request = beside(all);
    char *response = NULL;
    CHECK(kp_kpi_measure_columns(request.start, request.len, &good, &response, NULL, NULL) == KP_OK);
    kp_string_free(response);
    fill(book);
    CHECK(kp_kpi_measure_columns(request.start, request.len, &good, NULL, NULL, NULL) ==
          KP_CODE_CALL_ARGUMENT);
    CHECK(kp_kpi_measure_columns("{}", KP_NUL, &good, &response, NULL, NULL) ==
          KP_CODE_JSON_MISSING_FIELD);
    uint8_t code = 77;
    CHECK(kp_fact_kind_code("nothing", KP_NUL, &code, NULL) != KP_OK && code == 77);
    CHECK(kp_fact_kind_code("a\"b", KP_NUL, &code, NULL) != KP_OK && code == 77);
    CHECK(kp_fact_kind_code(NULL, 3, &code, NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_fact_kind_code("signing", KP_NUL, NULL, NULL) == KP_CODE_CALL_ARGUMENT);
    free(request.start);
}

int main(void) {
    static Book book;
    fill(&book);
    /* Three nodes, six months, four measures. */
    size_t compared = same_measures(&book);
    CHECK(compared == 3 * 6 * 4);
    printf("%zu values as in kpi.measure\n", compared);
    bad_columns(&book);
    puts("bad columns of facts are refused");
    return 0;
}
