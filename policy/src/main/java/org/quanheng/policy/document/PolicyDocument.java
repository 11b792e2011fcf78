package org.quanheng.policy.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.Money;
import org.quanheng.lending.terms.RepaymentMethod;

/**
 * A credit policy as data: read it with {@link #parse}, which collects every fault and fails once.
 *
 * <p>Everything in it that has a date or a number is data. Amounts are in {@link #currency()}; probabilities, rates and
 * shares are decimals (0.25 is 25 %); rates are per year.
 *
 * @param id name of the policy
 * @param version version, chosen by its author; a published version never changes
 * @param currency currency of every amount
 * @param scope products and requests that it may decide
 * @param requestFacts names of the facts that hold the amount, the term and the age
 * @param cutoffs probabilities of default that part approve, refer and decline
 * @param layers layer of each characteristic of the model
 * @param limits how much may be lent
 * @param price how a rate is made
 * @param charges what a loan costs besides its interest
 * @param changes how far the plan of a loan can be changed later
 * @param rateCaps legal caps on the annual cost, dated
 * @param offers offers made to one person
 * @param authorities who may approve a case that is for a person to decide
 * @param eligibilityDmn eligibility rules, DMN XML
 * @param hash SHA-256 of the canonical form of everything above, hexadecimal
 */
public record PolicyDocument(
        String id,
        String version,
        Currency currency,
        Scope scope,
        RequestFacts requestFacts,
        Cutoffs cutoffs,
        SortedMap<String, Layer> layers,
        Limits limits,
        PriceRule price,
        Charges charges,
        Changes changes,
        List<RateCap> rateCaps,
        List<OfferRule> offers,
        List<Authority> authorities,
        String eligibilityDmn,
        String hash) {

    /** Products by id, and the bounds of amount and term; amounts are lent in whole steps. */
    public record Scope(
            List<String> products, Money amountMin, Money amountMax, Money amountStep, int monthsMin, int monthsMax) {}

    /** Names of the facts from which a request is read. */
    public record RequestFacts(String amount, String months, String age) {}

    /**
     * Cut-offs on the probability of default.
     *
     * @param approveAtMost approve at or below
     * @param declineAbove decline above; refer to a person between the two
     * @param reasonsMost how many reasons an answer gives at most
     */
    public record Cutoffs(BigDecimal approveAtMost, BigDecimal declineAbove, int reasonsMost) {}

    /** Limits by risk grade, in the order of rising PD, and the debt-service rule. */
    public record Limits(List<Grade> grades, DebtService debtService) {}

    /** A risk grade: its name, the PD up to which it holds, and the most that is lent in it. */
    public record Grade(String name, BigDecimal pdAtMost, Money limit) {}

    /**
     * The debt-service rule: the instalment may take at most a share of disposable income.
     *
     * @param fact name of the fact whose code stands for a band of that share
     * @param shareMax the most that an instalment may take
     * @param shares share assumed for each code
     * @param source where the meaning of the codes is written
     */
    public record DebtService(String fact, BigDecimal shareMax, SortedMap<String, BigDecimal> shares, String source) {}

    /**
     * Parameters of the price r* = (PD·LGD + c)/(1 − PD) + margin, all per year.
     *
     * @param lgd loss given default, share of the balance
     * @param funding cost of funding
     * @param operating operating cost
     * @param capital charge for capital
     * @param margin margin over the break-even rate
     * @param rateMin rate below which nothing is lent
     * @param rateStep rates are whole multiples of it, rounded to the nearest
     */
    public record PriceRule(
            BigDecimal lgd,
            BigDecimal funding,
            BigDecimal operating,
            BigDecimal capital,
            BigDecimal margin,
            BigDecimal rateMin,
            BigDecimal rateStep) {
        /** c: everything that a unit of balance costs in a year but losses. */
        public BigDecimal cost() {
            return funding.add(operating).add(capital);
        }
    }

    /**
     * A legal cap on the annual cost of a loan: a dated rule.
     *
     * @param id name of the rule
     * @param instrument law or notice
     * @param article article of it
     * @param effectiveFrom first day on which it holds, until a later rule replaces it
     * @param value highest annual cost, effective (internal rate of return, compounded)
     * @param source where it was read
     */
    public record RateCap(
            String id, String instrument, String article, LocalDate effectiveFrom, BigDecimal value, String source) {}

    /**
     * One of the offers made to a person.
     *
     * @param id name of the offer
     * @param monthsFactor its term as a multiple of the term asked for, rounded to whole months
     * @param method repayment method
     */
    public record OfferRule(String id, BigDecimal monthsFactor, RepaymentMethod method) {}

    /** What a role may decide: referred cases up to an amount and up to a PD. */
    public record Authority(String role, Money amountMax, BigDecimal pdMax) {}

    /**
     * Reads a policy.
     *
     * @param json the policy, JSON
     * @param eligibilityDmn its eligibility rules, DMN XML
     * @throws FaultyInputException that lists every fault of the JSON; those of the rules are found by compiling them
     */
    public static PolicyDocument parse(String json, String eligibilityDmn) {
        return PolicyDocumentReader.read(json, eligibilityDmn);
    }

    /** The rate cap in force on a day: the one that began last. */
    public Optional<RateCap> rateCapOn(LocalDate day) {
        return rateCaps.stream()
                .filter(cap -> !cap.effectiveFrom().isAfter(day))
                .max((a, b) -> a.effectiveFrom().compareTo(b.effectiveFrom()));
    }

    /** The risk grade of a PD. */
    public Grade gradeOf(BigDecimal pd) {
        return limits.grades().stream()
                .filter(grade -> pd.compareTo(grade.pdAtMost()) <= 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "policy " + version + ": expected a grade for every PD, got none for " + pd));
    }

    /** What a role may decide, if anything. */
    public Optional<Authority> authorityOf(String role) {
        return authorities.stream()
                .filter(authority -> authority.role().equals(role))
                .findFirst();
    }
}
