// Written by `cargo xtask docs` from the catalogue of operations; not to be edited.
import Kaipan

let typedOperations: [(name: String, run: (String) throws -> String)] = [
    ("number.in_words", { try inWordsResponseToJson(value: numberInWords(request: inWordsRequestFromJson(json: $0))) }),
    ("number.read_discount", { try readDiscountResponseToJson(value: numberReadDiscount(request: readDiscountRequestFromJson(json: $0))) }),
    ("project.import_units", { try importedUnitsToJson(value: projectImportUnits(request: importRequestFromJson(json: $0))) }),
    ("pricing.table", { try priceTableToJson(value: pricingTable(request: tableRequestFromJson(json: $0))) }),
    ("pricing.solve_base", { try solvedBasesToJson(value: pricingSolveBase(request: solveBaseRequestFromJson(json: $0))) }),
    ("pricing.net_to_list", { try listFromNetToJson(value: pricingNetToList(request: netToListRequestFromJson(json: $0))) }),
    ("pricing.adjust", { try adjustedPricesToJson(value: pricingAdjust(request: adjustRequestFromJson(json: $0))) }),
    ("pricing.advance_bill", { try advancedBillToJson(value: pricingAdvanceBill(request: advanceBillRequestFromJson(json: $0))) }),
    ("pricing.check", { try priceCheckToJson(value: pricingCheck(request: checkRequestFromJson(json: $0))) }),
    ("discount.apply", { try discountOutcomeToJson(value: discountApply(request: applyRequestFromJson(json: $0))) }),
    ("discount.best", { try bestDiscountsToJson(value: discountBest(request: bestRequestFromJson(json: $0))) }),
    ("discount.reevaluate", { try reevaluationToJson(value: discountReevaluate(request: reevaluateRequestFromJson(json: $0))) }),
    ("discount.authority", { try approvalNeededToJson(value: discountAuthority(request: authorityRequestFromJson(json: $0))) }),
    ("payment.schedule", { try scheduleToJson(value: paymentSchedule(request: scheduleRequestFromJson(json: $0))) }),
    ("payment.loan", { try loanSheetToJson(value: paymentLoan(request: loanRequestFromJson(json: $0))) }),
    ("payment.rate_presets", { try ratePresetsResponseToJson(value: paymentRatePresets(request: ratePresetsRequestFromJson(json: $0))) }),
    ("fee.compute", { try feeSheetToJson(value: feeCompute(request: feeRequestFromJson(json: $0))) }),
    ("fee.vat_split", { try vatSplitsToJson(value: feeVatSplit(request: vatRequestFromJson(json: $0))) }),
    ("fee.presets", { try feePresetsResponseToJson(value: feePresets(request: feePresetsRequestFromJson(json: $0))) }),
    ("quote.make", { try quoteToJson(value: quoteMake(request: quoteRequestFromJson(json: $0))) }),
    ("quote.compare", { try quoteComparisonToJson(value: quoteCompare(request: compareRequestFromJson(json: $0))) }),
    ("quote.validity", { try quoteValidityToJson(value: quoteValidity(request: validityRequestFromJson(json: $0))) }),
]
