// kaipan.hpp: values, exceptions, ownership.

#include "check.h"
#include <fstream>
#include <kaipan.hpp>
#include <set>
#include <sstream>
#include <type_traits>

static_assert(!std::is_copy_constructible_v<kaipan::CompiledScheme>);
static_assert(std::is_nothrow_move_constructible_v<kaipan::CompiledScheme>);
static_assert(std::is_nothrow_copy_constructible_v<kaipan::Error>);

static void calls() {
    const std::string response = kaipan::call("number.in_words", R"({"amount":"1425747"})");
    CHECK(response == R"({"words":"壹佰肆拾贰万伍仟柒佰肆拾柒元整","short":"142.57万"})");
    // No NUL needed.
    const std::string_view padded = R"({"amount":"1425747"}rest)";
    CHECK(kaipan::call("number.in_words", padded.substr(0, 20)) == response);
}

static void errors() {
    try {
        kaipan::call("number.in_words", R"({"amount":"x","more":1})");
        CHECK(!"refused");
    } catch (const kaipan::Error &error) {
        const kaipan::Error copy = error;
        CHECK(copy.number() == KP_CODE_NUMBER_SYNTAX && copy.code() == "number.syntax");
        CHECK(copy.path() == "/amount" && copy.row() == -1);
        CHECK(std::string(copy.what()) == "[number.syntax] /amount: \"x\" is not a decimal number");
        CHECK(copy.message(kaipan::Lang::zh) == "“x”不是十进制数");
        CHECK(!copy.hint(kaipan::Lang::zh).empty() && !copy.hint(kaipan::Lang::en).empty());
        CHECK(copy.json().rfind("{\"error\":{", 0) == 0);
        std::vector<kaipan::Error> others = copy.others();
        CHECK(others.size() == 1 && others[0].code() == "json.unknown_field");
    }
    // Others live on without the whole.
    std::vector<kaipan::Error> kept;
    try {
        kaipan::call("", "");
    } catch (const kaipan::Error &error) {
        kept.push_back(error);
        kept[0] = kaipan::Error(error);
    }
    CHECK(kept.size() == 1 && kept[0].code() == "operation.unknown");
}

static void catalogue() {
    std::set<std::string_view> names;
    for (const kaipan::Operation &operation : kaipan::operations()) {
        names.insert(operation.name);
        CHECK(!operation.zh.empty() && operation.zh != operation.en);
    }
    CHECK(names.size() == kp_operation_count() && names.count("quote.make") == 1);
    CHECK(kaipan::schema("quote.make", kaipan::Side::response).front() == '{');
}

static void columns(const char *path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    kaipan::CompiledScheme first(text.str());
    kaipan::CompiledScheme scheme = std::move(first);
    const KpColumns columns = scheme.columns();
    CHECK(columns.rows == 3 && scheme.axes().size() == columns.axes && columns.axes == 2);
    CHECK(scheme.axes().front() == "户位" && scheme.code(0, "02") == columns.codes[0][1]);
    const kaipan::PricedColumns prices = scheme.price(columns);
    CHECK(prices.unit_prices[0] == 1000000 && prices.unit_prices[1] == 1010000);
    CHECK(prices.sums.total == prices.totals[0] + prices.totals[1] + prices.totals[2]);
    scheme.set_base(20000000000);
    CHECK(scheme.price(columns).unit_prices[0] == 2000000);
    scheme.set_exact_base("30000/1");
    CHECK(scheme.price(columns).unit_prices[0] == 3000000);
    try {
        KpColumns bad = columns;
        bad.axes = 1;
        scheme.price(bad);
        CHECK(!"refused");
    } catch (const kaipan::Error &error) {
        CHECK(error.number() == KP_CODE_PRICING_COLUMN_LENGTH);
    }
    try {
        kaipan::CompiledScheme refused(R"({"scheme":{"code":"A"},"units":[]})");
        CHECK(!"refused");
    } catch (const kaipan::Error &error) {
        CHECK(error.number() == KP_CODE_PRICING_NO_BASE && error.path() == "/scheme/base_price");
    }
}

static void claims() {
    // Due on 2025-03-10, 0.02 % a day; paid 15 and 51 days later.
    const std::string_view by = R"({"as_of":"2025-05-01","policy":{"tiers":[{"rate":"0.0002"}]}})";
    const std::int32_t due[] = {20157}, days[] = {20172, 20208};
    const std::int64_t amounts[] = {39520600}, paid[] = {10000000, 29520600};
    const std::uint32_t of[] = {0, 0};
    KpClaimColumns claims{};
    claims.rows = 1, claims.due = due, claims.amounts = amounts;
    const KpReceiptColumns receipts{2, of, days, paid};
    const kaipan::AssessedColumns found = kaipan::overdue_assess_columns(by, claims, &receipts);
    CHECK(found.outstanding[0] == 0 && found.late_fees[0] == 331110 && found.sums.late_fee == 331110);
    CHECK(kaipan::overdue_assess_columns(by, claims).overdue_days[0] == 52);
    CHECK(kaipan::overdue_aging_columns(by, claims) ==
          R"({"groups":[{"claims":1,"not_due":"0.00","buckets":["0.00","395206.00","0.00","0.00","0.00","0.00"],"undated":"0.00"}]})");
    try {
        claims.amounts = nullptr;
        kaipan::overdue_assess_columns(by, claims);
        CHECK(!"refused");
    } catch (const kaipan::Error &error) {
        CHECK(error.number() == KP_CODE_CALL_ARGUMENT && error.row() == -1);
    }
}

static void facts() {
    const std::string_view by =
        R"({"metrics":["subscriptions","subscribed_amount"],"groups":[0,0],"periods":{"kind":"month","from":"2026-03-01","to":"2026-04-30"}})";
    const std::uint8_t kind = kaipan::fact_kind_code("subscription"), kinds[] = {kind, kind};
    const std::uint16_t details[] = {65535, 65535};
    const std::uint32_t origins[] = {0, 0}, nodes[] = {0, 1}, counts[] = {1, 1};
    const std::int32_t days[] = {20521, 20544}, never[] = {KP_NO_DAY, KP_NO_DAY};
    const std::int64_t areas[] = {0, 0}, fen[] = {100000000, 90000000};
    const KpFactColumns facts{2,    kinds, details, origins, nodes, days, days,
                              never, counts, areas,  fen,     fen,   fen};
    CHECK(kaipan::kpi_measure_columns(by, facts) ==
          R"({"rows":[{"group":0,"period":"2026-03","values":["1","1000000"]},{"group":0,"period":"2026-04","values":["1","900000"]}]})");
}

int main(int count, char **arguments) {
    CHECK(count == 2);
    calls();
    errors();
    catalogue();
    columns(arguments[1]);
    claims();
    facts();
    std::puts("kaipan.hpp covers it");
}
