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

int main(int count, char **arguments) {
    CHECK(count == 2);
    calls();
    errors();
    catalogue();
    columns(arguments[1]);
    std::puts("kaipan.hpp covers it");
}
