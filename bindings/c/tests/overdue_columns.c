/* Columns of claims give what overdue.assess and overdue.aging give, and bad columns are refused with
 * their row. */

#include "json.h"
#include "writer.h"
#include <kaipan.h>

#define CLAIMS 300
#define AS_OF 20500 /* 2026-02-16 */

/* Late fees of 0.05 % a day after ten days of grace, up to 3 % of the contract total. */
static const char POLICY[] = "{\"tiers\":[{\"rate\":\"0.0005\"}],\"grace_days\":10,"
                             "\"caps\":[{\"kind\":\"of_total\",\"share\":\"0.03\"}]}";

typedef struct Book {
    int32_t due[CLAIMS], since[CLAIMS], days[2 * CLAIMS];
    int64_t amounts[CLAIMS], totals[CLAIMS], paid[2 * CLAIMS];
    uint8_t bearing[CLAIMS];
    uint16_t groups[CLAIMS];
    uint32_t of[2 * CLAIMS];
    size_t receipts;
} Book;

static void add_receipt(Book *book, size_t claim, int32_t day, int64_t fen) {
    book->of[book->receipts] = (uint32_t)claim;
    book->days[book->receipts] = day;
    book->paid[book->receipts] = fen;
    book->receipts++;
}

/* Claims of every kind: without a day, not arisen, paid early and late, loans without late fees. */
static void fill(Book *book) {
    memset(book, 0, sizeof *book);
    for (size_t at = 0; at < CLAIMS; at++) {
        int32_t due = 20100 + (int32_t)(at * 37 % 600);
        book->due[at] = at % 11 ? due : KP_NO_DAY;
        book->since[at] = at % 3 ? KP_NO_DAY : at % 9 ? 20000 : 20600;
        book->amounts[at] = 1000000 + (int64_t)(at * 7919 % 90000000);
        book->totals[at] = 150000000 + (int64_t)at;
        book->groups[at] = at % 7 ? 1 : 0;
        book->bearing[at] = at % 7 ? 1 : 0;
        if (book->since[at] == 20600) continue;
        if (at % 4) add_receipt(book, at, due + (int32_t)(at * 13 % 90) - 30, book->amounts[at] / 3);
        if (at % 5 == 0) add_receipt(book, at, due + 20, book->amounts[at] / 4);
    }
}

static KpClaimColumns claim_columns(const Book *book) {
    return (KpClaimColumns){.rows = CLAIMS,
                            .due = book->due,
                            .amounts = book->amounts,
                            .since = book->since,
                            .bearing = book->bearing,
                            .contract_totals = book->totals,
                            .groups = book->groups};
}

static KpReceiptColumns receipt_columns(const Book *book) {
    return (KpReceiptColumns){
        .rows = book->receipts, .claims = book->of, .days = book->days, .amounts = book->paid};
}

static void write_fen(Writer *writer, const char *name, int64_t fen) {
    writef(writer, "\"%s\":\"%lld.%02lld\"", name, (long long)(fen / 100), (long long)(fen % 100));
}

/* The same claims for an operation. */
static Text as_request(const Book *book, const char *more) {
    Writer writer = {{0}, 0};
    char day[16];
    writef(&writer, "{\"as_of\":\"%s\",\"policy\":%s,%s\"claims\":[", day_text(AS_OF, day), POLICY, more);
    size_t receipt = 0;
    for (size_t at = 0; at < CLAIMS; at++) {
        writef(&writer, "%s{\"id\":\"C%zu\",\"deal\":\"D%zu\",\"item\":\"%s\",", at ? "," : "", at, at,
               book->groups[at] ? "house_payment" : "commercial_loan");
        write_fen(&writer, "amount", book->amounts[at]);
        if (book->due[at] != KP_NO_DAY) writef(&writer, ",\"due\":\"%s\"", day_text(book->due[at], day));
        if (book->since[at] != KP_NO_DAY)
            writef(&writer, ",\"since\":\"%s\"", day_text(book->since[at], day));
        writef(&writer, ",\"payments\":[");
        for (int first = 1; receipt < book->receipts && book->of[receipt] == at; receipt++, first = 0) {
            writef(&writer, "%s{\"on\":\"%s\",", first ? "" : ",", day_text(book->days[receipt], day));
            write_fen(&writer, "amount", book->paid[receipt]);
            writef(&writer, "}");
        }
        writef(&writer, "]}");
    }
    writef(&writer, "],\"deals\":[");
    for (size_t at = 0; at < CLAIMS; at++) {
        writef(&writer, "%s{\"id\":\"D%zu\",", at ? "," : "", at);
        write_fen(&writer, "contract_total", book->totals[at]);
        writef(&writer, "}");
    }
    writef(&writer, "]}");
    return writer.text;
}

/* The request beside columns. */
static Text beside(void) {
    Writer writer = {{0}, 0};
    char day[16];
    writef(&writer, "{\"as_of\":\"%s\",\"policy\":%s}", day_text(AS_OF, day), POLICY);
    return writer.text;
}

static void same_assessment(const Book *book) {
    KpClaimColumns claims = claim_columns(book);
    KpReceiptColumns receipts = receipt_columns(book);
    Text request = beside();
    int64_t outstanding[CLAIMS], late_fees[CLAIMS];
    uint32_t overdue_days[CLAIMS];
    KpAssessedSums sums;
    CHECK(kp_overdue_assess_columns(request.start, request.len, &claims, &receipts, outstanding,
                                    overdue_days, late_fees, &sums, NULL) == KP_OK);
    Text whole = as_request(book, "");
    char *response = NULL;
    CHECK(kp_call("overdue.assess", KP_NUL, whole.start, whole.len, &response, NULL, NULL) == KP_OK);
    Text list = json_field(response, "claims");
    const char *after = NULL;
    size_t at = 0, there = 0, charged = 0;
    for (Text row; (row = json_item(list.start, &after)).start; at++) {
        /* Claims that have not arisen are in no list. */
        for (; book->since[at] > AS_OF; at++) CHECK(outstanding[at] == 0 && late_fees[at] == 0);
        CHECK(json_fen(row.start, "outstanding") == outstanding[at]);
        CHECK(json_fen(row.start, "reference_fee") == late_fees[at]);
        Text days = json_field(row.start, "overdue_days");
        CHECK(strtoul(days.start, NULL, 10) == overdue_days[at]);
        charged += late_fees[at] > 0;
        there++;
        free(days.start);
        free(row.start);
    }
    CHECK(there > 200 && charged > 50 && sums.claims == there);
    Text totals = json_field(response, "totals");
    CHECK(json_fen(totals.start, "outstanding") == sums.outstanding);
    CHECK(json_fen(totals.start, "overdue") == sums.overdue);
    CHECK(json_fen(totals.start, "reference_fee") == sums.late_fee);
    printf("%zu claims as in overdue.assess, to the fen\n", there);
    /* Without receipts everything is owed. */
    CHECK(kp_overdue_assess_columns(request.start, request.len, &claims, NULL, outstanding,
                                    overdue_days, late_fees, NULL, NULL) == KP_OK);
    CHECK(outstanding[1] == book->amounts[1]);
    free(totals.start);
    free(list.start);
    free(whole.start);
    free(request.start);
    kp_string_free(response);
}

static void same_aging(const Book *book) {
    KpClaimColumns claims = claim_columns(book);
    KpReceiptColumns receipts = receipt_columns(book);
    Text request = beside();
    char *aged = NULL, *report = NULL;
    size_t len = 0;
    CHECK(kp_overdue_aging_columns(request.start, request.len, &claims, &receipts, &aged, &len, NULL) ==
          KP_OK);
    CHECK(strlen(aged) == len);
    Text whole = as_request(book, "\"by\":[\"item\"],");
    CHECK(kp_call("overdue.aging", KP_NUL, whole.start, whole.len, &report, NULL, NULL) == KP_OK);
    Text tables = json_field(report, "tables");
    const char *next = NULL, *after = NULL, *row_after = NULL;
    Text table = json_item(tables.start, &next);
    Text rows = json_field(table.start, "rows");
    Text groups = json_field(aged, "groups");
    /* By key: commercial_loan, house_payment. */
    for (int at = 0; at < 2; at++) {
        Text group = json_item(groups.start, &after), row = json_item(rows.start, &row_after);
        CHECK(group.start && row.start);
        for (const char *const *name = (const char *const[]){"not_due", "buckets", "undated", "claims", NULL};
             *name; name++) {
            Text found = json_field(group.start, *name), expected = json_field(row.start, *name);
            CHECK_TEXT(found.start, expected.start);
            free(found.start);
            free(expected.start);
        }
        free(group.start);
        free(row.start);
    }
    CHECK(!json_item(groups.start, &after).start && !json_item(rows.start, &row_after).start);
    free(groups.start);
    free(rows.start);
    free(table.start);
    free(tables.start);
    free(whole.start);
    free(request.start);
    kp_string_free(aged);
    kp_string_free(report);
}

static void refused(const KpClaimColumns *claims, const KpReceiptColumns *receipts, const char *code,
                    const char *path, int64_t row) {
    Text request = beside();
    size_t rows = claims ? claims->rows % 100000 : 0;
    int64_t *outstanding = memory(rows * sizeof *outstanding), *fees = memory(rows * sizeof *fees);
    uint32_t *days = memory(rows * sizeof *days);
    KpAssessedSums sums = {1, 2, 3, 4};
    KpError *error = NULL;
    KpStatus status = kp_overdue_assess_columns(request.start, request.len, claims, receipts,
                                                outstanding, days, fees, &sums, &error);
    CHECK(status != KP_OK);
    CHECK_TEXT(kp_error_code(error, NULL), code);
    CHECK_TEXT(kp_error_path(error, NULL), path);
    CHECK(kp_error_row(error) == row && sums.claims == 1 && sums.late_fee == 4);
    kp_error_free(error);
    char mark = 'x';
    char *response = &mark;
    CHECK(kp_overdue_aging_columns(request.start, request.len, claims, receipts, &response, NULL,
                                   NULL) == status);
    CHECK(response == &mark);
    free(outstanding);
    free(fees);
    free(days);
    free(request.start);
}

static void bad_columns(Book *book) {
    KpClaimColumns claims = claim_columns(book), bad = claims;
    KpReceiptColumns receipts = receipt_columns(book), wrong = receipts;
    refused(NULL, NULL, "call.argument", "", -1);
    bad.due = NULL;
    refused(&bad, &receipts, "call.argument", "", -1);
    bad = claims;
    bad.amounts = (const int64_t *)((const char *)book->amounts + 1);
    refused(&bad, &receipts, "call.argument", "", -1);
    bad = claims;
    bad.rows = (size_t)-1;
    refused(&bad, &receipts, "call.argument", "", -1);
    wrong.days = NULL;
    refused(&claims, &wrong, "call.argument", "", -1);
    book->bearing[7] = 2;
    refused(&claims, &receipts, "call.argument", "/claims/bearing/7", 7);
    book->bearing[7] = 0;
    book->due[5] = INT32_MAX;
    refused(&claims, &receipts, "number.between", "/claims/due/5", 5);
    fill(book);
    book->amounts[299] = -1;
    refused(&claims, &receipts, "number.negative", "/claims/amounts/299", 299);
    fill(book);
    book->days[3] = KP_NO_DAY;
    refused(&claims, &receipts, "number.between", "/received/days/3", 3);
    fill(book);
    book->of[9] = CLAIMS;
    refused(&claims, &receipts, "overdue.claim_unknown", "/received/claims/9", 9);
    fill(book);
    book->paid[0] = INT64_MAX;
    refused(&claims, &receipts, "overdue.paid_above", "/received/amounts/0", 0);
    book->paid[0] = INT64_MIN;
    refused(&claims, &receipts, "number.overflow", "/received/amounts/0", 0);
    fill(book);
    /* Requests that are none, and places that are missing. */
    int64_t fen[CLAIMS];
    uint32_t days[CLAIMS];
    KpError *error = NULL;
    CHECK(kp_overdue_assess_columns("{}", KP_NUL, &claims, NULL, fen, days, fen, NULL, &error) ==
          KP_CODE_JSON_MISSING_FIELD);
    CHECK_TEXT(kp_error_path(error, NULL), "");
    kp_error_free(error);
    Text request = beside();
    CHECK(kp_overdue_assess_columns(request.start, request.len, &claims, NULL, NULL, days, fen, NULL,
                                    NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_overdue_aging_columns(request.start, request.len, &claims, NULL, NULL, NULL, NULL) ==
          KP_CODE_CALL_ARGUMENT);
    /* No rows owe nothing. */
    KpClaimColumns none = {0};
    KpAssessedSums sums = {1, 2, 3, 4};
    CHECK(kp_overdue_assess_columns(request.start, request.len, &none, NULL, NULL, NULL, NULL, &sums,
                                    NULL) == KP_OK);
    CHECK(sums.claims == 0 && sums.outstanding == 0 && sums.overdue == 0 && sums.late_fee == 0);
    free(request.start);
}

int main(void) {
    static Book book;
    fill(&book);
    same_assessment(&book);
    same_aging(&book);
    bad_columns(&book);
    puts("bad columns of claims are refused");
    return 0;
}
