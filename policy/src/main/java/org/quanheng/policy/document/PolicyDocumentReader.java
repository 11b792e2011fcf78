package org.quanheng.policy.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.policy.canonical.CanonicalJson;
import org.quanheng.policy.document.PolicyDocument.Authority;
import org.quanheng.policy.document.PolicyDocument.Cutoffs;
import org.quanheng.policy.document.PolicyDocument.DebtService;
import org.quanheng.policy.document.PolicyDocument.Grade;
import org.quanheng.policy.document.PolicyDocument.Limits;
import org.quanheng.policy.document.PolicyDocument.OfferRule;
import org.quanheng.policy.document.PolicyDocument.PriceRule;
import org.quanheng.policy.document.PolicyDocument.RateCap;
import org.quanheng.policy.document.PolicyDocument.RequestFacts;
import org.quanheng.policy.document.PolicyDocument.Scope;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a policy document from JSON and checks it as a whole. */
final class PolicyDocumentReader {
    private static final String INPUT = "policy document";

    /** As many as an account takes at once. */
    private static final int MOST_INSTALMENTS = 600;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<Fault> faults = new ArrayList<>();
    private Currency currency = Currency.getInstance("CNY");

    private PolicyDocumentReader() {}

    static PolicyDocument read(String json, String eligibilityDmn) {
        PolicyDocumentReader reader = new PolicyDocumentReader();
        JsonNode tree;
        try {
            tree = MAPPER.readTree(json);
        } catch (JacksonException malformed) {
            throw new FaultyInputException(
                    INPUT, List.of(Fault.of("document", "JSON", malformed.getOriginalMessage())));
        }
        if (tree == null || !tree.isObject()) {
            throw new FaultyInputException(INPUT, List.of(Fault.of("document", "a JSON object", String.valueOf(tree))));
        }
        PolicyDocument document = reader.document(new Json(tree, "", reader.faults), json, eligibilityDmn);
        if (reader.faults.isEmpty()) {
            PolicyChecks.check(document, reader.faults);
        }
        if (!reader.faults.isEmpty()) {
            throw new FaultyInputException(INPUT, reader.faults);
        }
        return document;
    }

    private PolicyDocument document(Json json, String text, String eligibilityDmn) {
        String id = json.text("id");
        String version = json.text("version");
        currency = currency(json);
        Scope scope = scope(json.object("scope"));
        RequestFacts requestFacts = requestFacts(json.object("requestFacts"));
        Cutoffs cutoffs = cutoffs(json.object("cutoffs"));
        SortedMap<String, Layer> layers = layers(json.object("layers"));
        Limits limits = limits(json.object("limits"));
        PriceRule price = price(json.object("price"));
        // A policy from before fees, penalty interest and changes has no such parts, and must still have the same hash.
        Charges charges = json.has("charges") ? charges(json.object("charges")) : Charges.NONE;
        Changes changes = json.has("changes") ? changes(json.object("changes")) : Changes.DEFAULT;
        List<RateCap> caps =
                json.objects("rateCaps").stream().map(this::rateCap).toList();
        List<OfferRule> offers =
                json.objects("offers").stream().map(this::offer).toList();
        List<Authority> authorities =
                json.objects("authorities").stream().map(this::authority).toList();
        json.end();
        String hash = CanonicalJson.sha256(CanonicalJson.of(text) + "\n" + eligibilityDmn);
        return new PolicyDocument(
                id,
                version,
                currency,
                scope,
                requestFacts,
                cutoffs,
                layers,
                limits,
                price,
                charges,
                changes,
                caps,
                offers,
                authorities,
                eligibilityDmn,
                hash);
    }

    private Currency currency(Json json) {
        String code = json.text("currency");
        Set<Currency> all = Currency.getAvailableCurrencies();
        for (Currency candidate : all) {
            if (candidate.getCurrencyCode().equals(code) && candidate.getDefaultFractionDigits() >= 0) {
                return candidate;
            }
        }
        json.fault("currency", "an ISO 4217 code of a currency", code);
        return currency;
    }

    private Money money(Json json, String field) {
        BigDecimal amount = json.decimal(field, "0.01", "1000000000");
        if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            json.fault(field, "at most " + currency.getDefaultFractionDigits() + " decimals", amount.toPlainString());
            return Money.zero(currency);
        }
        return Money.of(currency, amount);
    }

    private Scope scope(Json json) {
        Scope scope = new Scope(
                json.texts("products"),
                money(json, "amountMin"),
                money(json, "amountMax"),
                money(json, "amountStep"),
                json.integer("monthsMin", 1, 1200),
                json.integer("monthsMax", 1, 1200));
        json.end();
        return scope;
    }

    private static RequestFacts requestFacts(Json json) {
        RequestFacts facts = new RequestFacts(json.text("amount"), json.text("months"), json.text("age"));
        json.end();
        return facts;
    }

    private static Cutoffs cutoffs(Json json) {
        Cutoffs cutoffs = new Cutoffs(
                json.decimal("approveAtMost", "0", "1"),
                json.decimal("declineAbove", "0", "1"),
                json.integer("reasonsMost", 1, 4));
        json.end();
        return cutoffs;
    }

    private static SortedMap<String, Layer> layers(Json json) {
        SortedMap<String, Layer> layers = new TreeMap<>();
        for (String characteristic : json.fields()) {
            layers.put(characteristic, json.oneOf(characteristic, Layer.class));
        }
        return Collections.unmodifiableSortedMap(layers);
    }

    private Limits limits(Json json) {
        List<Grade> grades = json.objects("grades").stream().map(this::grade).toList();
        Limits limits = new Limits(grades, debtService(json.object("debtService")));
        json.end();
        return limits;
    }

    private Grade grade(Json json) {
        Grade grade = new Grade(json.text("name"), json.decimal("pdAtMost", "0", "1"), money(json, "limit"));
        json.end();
        return grade;
    }

    private static DebtService debtService(Json json) {
        Json codes = json.object("shares");
        SortedMap<String, BigDecimal> shares = new TreeMap<>();
        for (String code : codes.fields()) {
            shares.put(code, codes.decimal(code, "0.01", "10"));
        }
        DebtService debtService = new DebtService(
                json.text("fact"),
                json.decimal("shareMax", "0.01", "1"),
                Collections.unmodifiableSortedMap(shares),
                json.text("source"));
        json.end();
        return debtService;
    }

    private static PriceRule price(Json json) {
        PriceRule price = new PriceRule(
                json.decimal("lgd", "0", "1"),
                json.decimal("funding", "0", "1"),
                json.decimal("operating", "0", "1"),
                json.decimal("capital", "0", "1"),
                json.decimal("margin", "0", "1"),
                json.decimal("rateMin", "0", "1"),
                json.decimal("rateStep", "0.000001", "0.01"));
        json.end();
        return price;
    }

    private Charges charges(Json json) {
        List<Fee> fees =
                json.has("fees") ? json.objects("fees").stream().map(this::fee).toList() : List.of();
        PenaltyTerms penalty = json.has("penalty") ? penalty(json.object("penalty")) : PenaltyTerms.NONE;
        json.end();
        return new Charges(fees, penalty);
    }

    private static PenaltyTerms penalty(Json json) {
        PenaltyTerms penalty = new PenaltyTerms(
                json.decimal("multiple", "0", "5"), json.integer("graceDays", 0, 365), false, DayCount.ACT_365F);
        json.end();
        return penalty;
    }

    private Fee fee(Json json) {
        String kind = json.oneOf("kind", FeeKind.class).feeName();
        String payee = json.has("payee") ? json.text("payee") : Fee.LENDER;
        Fee.Charged charged = json.oneOf("charged", Fee.Charged.class);
        boolean share = json.has("percent");
        if (share == json.has("amount")) {
            json.fault("amount", "either an amount or a percent", share ? "both" : "neither");
        }
        Fee fee = share
                ? Fee.percentage(kind, payee, charged, json.decimal("percent", "0", "20"))
                : new Fee(
                        kind, payee, charged, json.has("amount") ? money(json, "amount") : Money.zero(currency), null);
        json.end();
        return fee;
    }

    private static Changes changes(Json json) {
        Changes changes = new Changes(
                json.integer("holidayInstalmentsMax", 1, MOST_INSTALMENTS),
                json.integer("restructuringInstalmentsMax", 1, MOST_INSTALMENTS));
        json.end();
        return changes;
    }

    private RateCap rateCap(Json json) {
        RateCap cap = new RateCap(
                json.text("id"),
                json.text("instrument"),
                json.text("article"),
                json.date("effectiveFrom"),
                json.decimal("value", "0", "10"),
                json.text("source"));
        json.end();
        return cap;
    }

    private OfferRule offer(Json json) {
        OfferRule offer = new OfferRule(
                json.text("id"),
                json.decimal("monthsFactor", "0.1", "10"),
                json.oneOf("method", RepaymentMethod.class));
        json.end();
        return offer;
    }

    private Authority authority(Json json) {
        Authority authority =
                new Authority(json.text("role"), money(json, "amountMax"), json.decimal("pdMax", "0", "1"));
        json.end();
        return authority;
    }
}
