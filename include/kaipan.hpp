/// kaipan for C++17: a thin cover of kaipan.h. Handles free themselves, failures are exceptions.
///
///     std::string answer = kaipan::call("number.in_words", R"({"amount":"1425747"})");
///
/// Conventions of values and threads are those of kaipan.h. MIT OR Apache-2.0.
///
/// C++17 的薄封装：句柄自动释放，失败抛出 kaipan::Error；数值和线程约定同 kaipan.h。

#ifndef KAIPAN_HPP
#define KAIPAN_HPP

#include "kaipan.h"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kaipan {

/// Languages of the messages.
enum class Lang : KpLang { zh = KP_ZH, en = KP_EN };

/// Sides of an operation.
enum class Side : KpSide { request = KP_REQUEST, response = KP_RESPONSE };

/// Why a call was refused. Copies share one error of the library.
class Error : public std::exception {
public:
    /// Takes over an error of the library.
    explicit Error(KpError *error, KpStatus status = KP_OK)
        : Error(std::shared_ptr<const KpError>(error, Free{}), status) {}

    /// "[code] place: message" in English.
    const char *what() const noexcept override { return what_->c_str(); }

    /// The stable number, see KP_CODE_….
    std::uint32_t number() const { return error_ ? kp_error_number(error_.get()) : status_; }
    /// The stable code, such as "pricing.no_base".
    std::string code() const { return text(&kp_error_code); }
    /// JSON Pointer of the offending input.
    std::string path() const { return text(&kp_error_path); }
    /// What is wrong, in one sentence.
    std::string message(Lang lang) const { return text(&kp_error_message, lang); }
    /// How to mend it, in one sentence.
    std::string hint(Lang lang) const { return text(&kp_error_hint, lang); }
    /// The whole error as JSON.
    std::string json() const { return text(&kp_error_json); }
    /// The row of columns that the error is about, counted from 0; -1 if it is about none.
    std::int64_t row() const { return kp_error_row(error_.get()); }

    /// Everything else that was wrong.
    std::vector<Error> others() const {
        std::vector<Error> found;
        for (std::size_t at = 1; at < kp_error_count(error_.get()); ++at) {
            // Shares the ownership of the whole.
            found.push_back(Error({error_, kp_error_at(error_.get(), at)}, KP_OK));
        }
        return found;
    }

private:
    struct Free {
        void operator()(const KpError *error) const { kp_error_free(const_cast<KpError *>(error)); }
    };

    Error(std::shared_ptr<const KpError> error, KpStatus status)
        : error_(std::move(error)), status_(status) {
        const std::string place = path();
        what_ = std::make_shared<const std::string>("[" + code() + "] " + place +
                                                    (place.empty() ? "" : ": ") + message(Lang::en));
    }

    template <typename Get, typename... More> std::string text(Get get, More... more) const {
        std::size_t len = 0;
        const char *start = get(error_.get(), static_cast<KpLang>(more)..., &len);
        return start ? std::string(start, len) : std::string();
    }

    std::shared_ptr<const KpError> error_;
    /// What the call returned, for an error that could not be made.
    KpStatus status_;
    std::shared_ptr<const std::string> what_;
};

namespace detail {

/// The error is a reference since the call that writes it stands in the same list of arguments.
inline void check(KpStatus status, KpError *const &error) {
    if (status != KP_OK) throw Error(error, status);
}

/// Copies a string of the library and frees it, also if copying fails.
inline std::string take(char *text, std::size_t len) {
    const std::unique_ptr<char, void (*)(char *)> owned(text, &kp_string_free);
    return std::string(owned.get(), len);
}

} // namespace detail

/// Calls an operation: JSON request in, JSON response out.
inline std::string call(std::string_view operation, std::string_view request) {
    char *response = nullptr;
    std::size_t len = 0;
    KpError *error = nullptr;
    const KpStatus status = kp_call(operation.data(), operation.size(), request.data(),
                                    request.size(), &response, &len, &error);
    detail::check(status, error);
    return detail::take(response, len);
}

/// An operation of the catalogue. Its texts live as long as the program.
struct Operation {
    std::string_view name, zh, en;
};

/// Every operation, in the order of the business.
inline std::vector<Operation> operations() {
    std::vector<Operation> all;
    for (std::size_t at = 0; at < kp_operation_count(); ++at) {
        all.push_back({kp_operation_name(at), kp_operation_about(at, KP_ZH),
                       kp_operation_about(at, KP_EN)});
    }
    return all;
}

/// JSON Schema of an operation's request or response.
inline std::string schema(std::string_view operation, Side side) {
    char *text = nullptr;
    std::size_t len = 0;
    KpError *error = nullptr;
    const KpStatus status =
        kp_operation_schema(operation.data(), operation.size(), static_cast<KpSide>(side), &text,
                            &len, &error);
    detail::check(status, error);
    return detail::take(text, len);
}

/// Prices of columns: one element a unit, in fen.
struct PricedColumns {
    std::vector<std::int64_t> unit_prices, totals;
    KpColumnTotals sums{};
};

/// A pricing scheme compiled for columns of units. Threads may share a const one.
class CompiledScheme {
public:
    /// Compiles {"scheme":{…},"units":[…]}.
    explicit CompiledScheme(std::string_view request) {
        KpCompiledScheme *scheme = nullptr;
        KpError *error = nullptr;
        detail::check(kp_compiled_scheme_new(request.data(), request.size(), &scheme, &error), error);
        scheme_.reset(scheme);
    }

    /// The columns of the units it was compiled for; they live as long as the scheme.
    KpColumns columns() const {
        KpColumns columns{};
        KpError *error = nullptr;
        detail::check(kp_compiled_scheme_columns(scheme_.get(), &columns, &error), error);
        return columns;
    }

    /// Prices every row of the columns into arrays of their length.
    KpColumnTotals price(const KpColumns &columns, std::int64_t *unit_prices,
                         std::int64_t *totals) const {
        KpColumnTotals sums{};
        KpError *error = nullptr;
        detail::check(
            kp_compiled_scheme_price(scheme_.get(), &columns, unit_prices, totals, &sums, &error), error);
        return sums;
    }

    /// The same into new vectors.
    PricedColumns price(const KpColumns &columns) const {
        PricedColumns prices;
        prices.unit_prices.resize(columns.rows);
        prices.totals.resize(columns.rows);
        prices.sums = price(columns, prices.unit_prices.data(), prices.totals.data());
        return prices;
    }

    /// Changes the base price exactly: "numerator/denominator" as `pricing.solve_base` answers, or a decimal of yuan per m².
    void set_exact_base(std::string_view base) {
        KpError *error = nullptr;
        detail::check(
            kp_compiled_scheme_set_exact_base(scheme_.get(), base.data(), base.size(), &error), error);
    }

    /// Changes the base price, in 0.000001 yuan per m².
    void set_base(std::int64_t base) {
        KpError *error = nullptr;
        detail::check(kp_compiled_scheme_set_base(scheme_.get(), base, &error), error);
    }

    /// Names of the axes: one for every factor, and a last one for spot adjustments.
    std::vector<std::string> axes() const {
        std::vector<std::string> names;
        for (std::size_t at = 0; at < kp_compiled_scheme_axis_count(scheme_.get()); ++at) {
            names.emplace_back(kp_compiled_scheme_axis_name(scheme_.get(), at));
        }
        return names;
    }

    /// The code of an attribute value, such as of floor "18".
    std::uint16_t code(std::size_t axis, std::string_view key) const {
        std::uint16_t code = 0;
        KpError *error = nullptr;
        detail::check(
            kp_compiled_scheme_code(scheme_.get(), axis, key.data(), key.size(), &code, &error), error);
        return code;
    }

    /// The handle, for functions that are not covered here.
    const KpCompiledScheme *get() const { return scheme_.get(); }

private:
    struct Free {
        void operator()(KpCompiledScheme *scheme) const { kp_compiled_scheme_free(scheme); }
    };
    std::unique_ptr<KpCompiledScheme, Free> scheme_;
};

/// What claims owe on a day: one element a claim, money in fen.
struct AssessedColumns {
    std::vector<std::int64_t> outstanding;
    std::vector<std::uint32_t> overdue_days;
    std::vector<std::int64_t> late_fees;
    KpAssessedSums sums{};
};

/// Assesses columns of claims by {"as_of":"2026-07-31","policy":{…}}; without receipts nothing was paid.
inline AssessedColumns overdue_assess_columns(std::string_view request, const KpClaimColumns &claims,
                                              const KpReceiptColumns *receipts = nullptr) {
    AssessedColumns found;
    found.outstanding.resize(claims.rows);
    found.overdue_days.resize(claims.rows);
    found.late_fees.resize(claims.rows);
    KpError *error = nullptr;
    detail::check(kp_overdue_assess_columns(request.data(), request.size(), &claims, receipts,
                                            found.outstanding.data(), found.overdue_days.data(),
                                            found.late_fees.data(), &found.sums, &error),
                  error);
    return found;
}

/// Ages columns of claims by {"as_of":"2026-07-31",…}: JSON with what each group owes.
inline std::string overdue_aging_columns(std::string_view request, const KpClaimColumns &claims,
                                         const KpReceiptColumns *receipts = nullptr) {
    char *response = nullptr;
    std::size_t len = 0;
    KpError *error = nullptr;
    detail::check(kp_overdue_aging_columns(request.data(), request.size(), &claims, receipts, &response,
                                           &len, &error),
                  error);
    return detail::take(response, len);
}

/// The number of a kind of fact, such as of "subscription".
inline std::uint8_t fact_kind_code(std::string_view kind) {
    std::uint8_t code = 0;
    KpError *error = nullptr;
    detail::check(kp_fact_kind_code(kind.data(), kind.size(), &code, &error), error);
    return code;
}

/// Counts columns of facts by {"metrics":[…],"periods":{…},"groups":[…]}: JSON with the measures of
/// every group in every period.
inline std::string kpi_measure_columns(std::string_view request, const KpFactColumns &facts) {
    char *response = nullptr;
    std::size_t len = 0;
    KpError *error = nullptr;
    detail::check(
        kp_kpi_measure_columns(request.data(), request.size(), &facts, &response, &len, &error), error);
    return detail::take(response, len);
}

} // namespace kaipan

#endif // KAIPAN_HPP
