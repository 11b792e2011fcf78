package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanChange;
import org.quanheng.app.loan.LoanContract;
import org.quanheng.app.loan.LoanRequest;
import org.quanheng.app.loan.Statement;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.account.RiskTier;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.terms.Fee;

/** Loans as JSON: money as decimal strings with their currency, days as ISO 8601, rates as decimals. */
final class LoanJson {
    private LoanJson() {}

    static Map<String, Object> contract(Loan loan) {
        LoanContract contract = loan.contract();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", loan.id());
        json.put("number", loan.number());
        json.put("version", loan.version());
        json.put("principal", money(contract.principal()));
        json.put("annualRateNominal", contract.annualRate().toPlainString());
        json.put("annualCost", contract.annualCost().toPlainString());
        json.put("months", contract.months());
        json.put("method", LoanInputs.code(contract.method()));
        json.put("excess", LoanInputs.code(contract.excess()));
        json.put("fees", contract.fees().stream().map(LoanJson::fee).toList());
        json.put("annualRateOverdue", contract.lateRate().perYear().toPlainString());
        json.put("graceDays", contract.penalty().graceDays());
        json.put("disbursedOn", contract.disbursedOn());
        return json;
    }

    private static Map<String, Object> fee(Fee fee) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", fee.name());
        json.put("payee", fee.payee());
        json.put("charged", LoanInputs.code(fee.charged()));
        Money amount = fee.amount();
        BigDecimal percent = fee.percent();
        if (amount != null) {
            json.put("amount", money(amount));
        }
        if (percent != null) {
            json.put("percent", percent.toPlainString());
        }
        return json;
    }

    static Map<String, Object> standing(LoanAccount account, LocalDate asOf) {
        LoanState state = account.state(asOf);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("asOf", state.asOf());
        json.put("status", LoanInputs.code(state.status()));
        json.put("principal", money(state.principal()));
        json.put("due", money(state.due()));
        json.put("accruedInterest", money(state.accruedInterest()));
        json.put("held", money(state.held()));
        json.put("payoff", money(state.payoff()));
        json.put("lost", money(state.lost()));
        json.put("daysPastDue", state.daysPastDue());
        json.put("bucket", LoanInputs.code(state.bucket()));
        json.put("tier", LoanInputs.code(account.tier(state.asOf(), RiskTier.CHINA_2023)));
        return json;
    }

    static Map<String, Object> row(AccountRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", row.number());
        json.put("due", row.dueDate());
        json.put("principal", money(row.principal()));
        json.put("interest", money(row.interest()));
        json.put("fees", money(row.fees()));
        json.put("penalty", money(row.penalty()));
        json.put("paid", money(row.paid()));
        json.put("balanceAfter", money(row.balanceAfter()));
        return json;
    }

    static Map<String, Object> entry(LedgerEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("on", entry.valueDate());
        json.put("kind", LoanInputs.code(entry.kind()));
        json.put(
                "postings",
                entry.postings().stream()
                        .map(posting -> Map.of(
                                "account", LoanInputs.code(posting.account()), "amount", money(posting.amount())))
                        .toList());
        return json;
    }

    static Map<String, Object> line(Statement.Line line) {
        Map<String, Object> json = entry(line.entry());
        json.put("reversal", line.reversal());
        if (line.reference() != null) {
            json.put("reference", line.reference());
        }
        json.put("change", money(line.change()));
        json.put("owed", money(line.owed()));
        json.put("held", money(line.held()));
        return json;
    }

    static Map<String, Object> request(LoanRequest request, Loan loan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", request.id());
        json.put("kind", LoanInputs.code(request.kind()));
        json.put("state", LoanInputs.code(request.state()));
        json.put("version", request.version());
        json.put("askedAt", request.askedAt());
        switch (request.change()) {
            case LoanChange.EarlyRepayment early -> {
                json.put(LoanInputs.AMOUNT, money(early.amount(loan)));
                json.put(LoanInputs.ON, early.plannedOn());
                json.put(LoanChangeInput.WAY, LoanInputs.code(early.excess()));
            }
            case LoanChange.Extension extension -> {
                json.put(LoanChangeInput.MONTHS, extension.months());
                json.put(LoanChangeInput.REASON, LoanInputs.code(extension.reason()));
            }
            case LoanChange.Holiday holiday -> {
                json.put(LoanChangeInput.INSTALMENTS, holiday.instalments());
                json.put(LoanChangeInput.REASON, LoanInputs.code(holiday.reason()));
            }
            case LoanChange.Restructuring plan -> {
                json.put(LoanInputs.AMOUNT, money(plan.monthly(loan)));
                json.put(LoanChangeInput.INSTALMENTS, plan.instalments());
                if (plan.annualRate() != null) {
                    json.put(
                            LoanChangeInput.RATE,
                            plan.annualRate().movePointRight(2).toPlainString());
                }
                json.put(LoanChangeInput.REASON, LoanInputs.code(plan.reason()));
            }
            case LoanChange.WriteOff writeOff -> json.put(LoanChangeInput.GROUND, LoanInputs.code(writeOff.ground()));
        }
        if (request.refusal() != null) {
            json.put("refusal", LoanInputs.code(request.refusal()));
        }
        return json;
    }

    private static Map<String, String> money(Money money) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("amount", money.amount().toPlainString());
        json.put("currency", money.currencyCode());
        return json;
    }
}
