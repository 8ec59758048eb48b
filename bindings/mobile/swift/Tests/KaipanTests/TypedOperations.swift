// Written by `cargo xtask docs` from the catalogue of operations; not to be edited.
import Kaipan

let typedOperations: [(name: String, run: (String) throws -> String)] = [
    ("number.in_words", { try inWordsResponseToJson(value: numberInWords(request: inWordsRequestFromJson(json: $0))) }),
    ("number.read_discount", { try readDiscountResponseToJson(value: numberReadDiscount(request: readDiscountRequestFromJson(json: $0))) }),
    ("project.import_units", { try importResponseToJson(value: projectImportUnits(request: importRequestFromJson(json: $0))) }),
    ("pricing.table", { try tableResponseToJson(value: pricingTable(request: tableRequestFromJson(json: $0))) }),
    ("pricing.solve_base", { try solveBaseResponseToJson(value: pricingSolveBase(request: solveBaseRequestFromJson(json: $0))) }),
    ("pricing.net_to_list", { try netToListResponseToJson(value: pricingNetToList(request: netToListRequestFromJson(json: $0))) }),
    ("pricing.adjust", { try adjustResponseToJson(value: pricingAdjust(request: adjustRequestFromJson(json: $0))) }),
    ("pricing.advance_bill", { try advanceBillResponseToJson(value: pricingAdvanceBill(request: advanceBillRequestFromJson(json: $0))) }),
    ("pricing.check", { try checkResponseToJson(value: pricingCheck(request: checkRequestFromJson(json: $0))) }),
    ("discount.apply", { try discountOutcomeToJson(value: discountApply(request: applyRequestFromJson(json: $0))) }),
    ("discount.best", { try bestResponseToJson(value: discountBest(request: bestRequestFromJson(json: $0))) }),
    ("discount.reevaluate", { try reevaluateResponseToJson(value: discountReevaluate(request: reevaluateRequestFromJson(json: $0))) }),
    ("discount.authority", { try authorityResponseToJson(value: discountAuthority(request: authorityRequestFromJson(json: $0))) }),
    ("payment.schedule", { try scheduleToJson(value: paymentSchedule(request: scheduleRequestFromJson(json: $0))) }),
    ("payment.loan", { try loanResponseToJson(value: paymentLoan(request: loanRequestFromJson(json: $0))) }),
    ("payment.rate_presets", { try ratePresetsResponseToJson(value: paymentRatePresets(request: ratePresetsRequestFromJson(json: $0))) }),
    ("fee.compute", { try feeResponseToJson(value: feeCompute(request: feeRequestFromJson(json: $0))) }),
    ("fee.vat_split", { try vatResponseToJson(value: feeVatSplit(request: vatRequestFromJson(json: $0))) }),
    ("fee.presets", { try feePresetsResponseToJson(value: feePresets(request: feePresetsRequestFromJson(json: $0))) }),
    ("quote.make", { try quoteToJson(value: quoteMake(request: quoteRequestFromJson(json: $0))) }),
    ("quote.compare", { try compareResponseToJson(value: quoteCompare(request: compareRequestFromJson(json: $0))) }),
    ("quote.validity", { try validityResponseToJson(value: quoteValidity(request: validityRequestFromJson(json: $0))) }),
]
