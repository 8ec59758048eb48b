// Written by `cargo xtask docs` from the catalogue of operations; not to be edited.
package io.kaipan

internal val typedOperations: Map<String, (String) -> String> = mapOf(
    "number.in_words" to { inWordsResponseToJson(numberInWords(inWordsRequestFromJson(it))) },
    "number.read_discount" to { readDiscountResponseToJson(numberReadDiscount(readDiscountRequestFromJson(it))) },
    "project.import_units" to { importedUnitsToJson(projectImportUnits(importRequestFromJson(it))) },
    "pricing.table" to { priceTableToJson(pricingTable(tableRequestFromJson(it))) },
    "pricing.solve_base" to { solvedBasesToJson(pricingSolveBase(solveBaseRequestFromJson(it))) },
    "pricing.net_to_list" to { listFromNetToJson(pricingNetToList(netToListRequestFromJson(it))) },
    "pricing.adjust" to { adjustedPricesToJson(pricingAdjust(adjustRequestFromJson(it))) },
    "pricing.advance_bill" to { advancedBillToJson(pricingAdvanceBill(advanceBillRequestFromJson(it))) },
    "pricing.check" to { priceCheckToJson(pricingCheck(checkRequestFromJson(it))) },
    "discount.apply" to { discountOutcomeToJson(discountApply(applyRequestFromJson(it))) },
    "discount.best" to { bestDiscountsToJson(discountBest(bestRequestFromJson(it))) },
    "discount.reevaluate" to { reevaluationToJson(discountReevaluate(reevaluateRequestFromJson(it))) },
    "discount.authority" to { approvalNeededToJson(discountAuthority(authorityRequestFromJson(it))) },
    "payment.schedule" to { scheduleToJson(paymentSchedule(scheduleRequestFromJson(it))) },
    "payment.loan" to { loanSheetToJson(paymentLoan(loanRequestFromJson(it))) },
    "payment.rate_presets" to { ratePresetsResponseToJson(paymentRatePresets(ratePresetsRequestFromJson(it))) },
    "fee.compute" to { feeSheetToJson(feeCompute(feeRequestFromJson(it))) },
    "fee.vat_split" to { vatSplitsToJson(feeVatSplit(vatRequestFromJson(it))) },
    "fee.presets" to { feePresetsResponseToJson(feePresets(feePresetsRequestFromJson(it))) },
    "quote.make" to { quoteToJson(quoteMake(quoteRequestFromJson(it))) },
    "quote.compare" to { quoteComparisonToJson(quoteCompare(compareRequestFromJson(it))) },
    "quote.validity" to { quoteValidityToJson(quoteValidity(validityRequestFromJson(it))) },
)
