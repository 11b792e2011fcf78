package org.quanheng.app.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.ErrorPageView;
import org.quanheng.app.access.web.ErrorDocsView;
import org.quanheng.app.access.web.SignInView;
import org.quanheng.app.application.web.AnswerView;
import org.quanheng.app.application.web.ApplyView;
import org.quanheng.app.application.web.Contribution;
import org.quanheng.app.application.web.FactValue;
import org.quanheng.app.application.web.PaymentView;
import org.quanheng.app.application.web.ResumeView;
import org.quanheng.app.application.web.StartView;

/** The customer's pages filled with figures that could be real, for tests and for looking at them. */
final class PageSamples {
    static final Instant NOW = Instant.parse("2026-11-22T07:20:05Z");
    static final String DEM = "DEM";
    private static final BigDecimal RATE = new BigDecimal("0.104");

    private PageSamples() {}

    static Page page(Language language, Theme theme, Page.@Nullable User user, String path) {
        List<Page.NavItem> nav = user == null || user.role().equals("applicant")
                ? List.of()
                : List.of(
                        new Page.NavItem("board", "/board", null),
                        new Page.NavItem("work", "/work", 12),
                        new Page.NavItem("model", "/models/3", null),
                        new Page.NavItem("audit", "/audit", null));
        String lender = language == Language.ZH ? "样例银行" : "Sample Bank";
        return new Page(
                language,
                theme,
                ZoneId.of("Asia/Shanghai"),
                lender,
                true,
                user,
                nav,
                new Page.Csrf("_csrf", "token-1"),
                path,
                "",
                "1");
    }

    /** Every customer page by the name of its template and case. */
    static Map<String, Object> views() {
        Map<String, Object> views = new LinkedHashMap<>();
        views.put("start", start());
        views.put("payment", payment());
        views.put(
                "payment-refused",
                new PaymentView(
                        List.of(), List.of(FieldError.of("amount", "at_least", "借款金额 / Amount", "DM 250")), null));
        for (String bound : List.of("payment", "product", "none")) {
            views.put("payment-" + bound, payment(reach(bound)));
        }
        views.put("apply-choice", apply(choice(), List.of()));
        views.put("apply-several", apply(several(), List.of()));
        views.put("apply-errors", apply(person(), personErrors()));
        views.put("apply-number", apply(number(), List.of()));
        views.put("answer-approved", answer(AnswerView.Outcome.APPROVED, null));
        views.put("answer-chosen", answer(AnswerView.Outcome.APPROVED, "as_asked"));
        views.put("answer-declined", answer(AnswerView.Outcome.DECLINED, null));
        views.put("answer-referred", answer(AnswerView.Outcome.REFERRED, null));
        views.put("answer-accepted", answer(AnswerView.Outcome.ACCEPTED, null));
        views.putAll(LoanSamples.views());
        views.put("sign_in", new SignInView("failed", "anna"));
        views.put("resume", new ResumeView("1024", null, List.of(FieldError.of("code", "required", "续填码 / Code"))));
        views.put("error", new ErrorPageView(404, "/", "4f2c91d07be3"));
        views.put(
                "error_docs", new ErrorDocsView("body-too-large", 413, 32, "<h2>1</h2>\n<pre><code>1\n</code></pre>"));
        return views;
    }

    static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    private static StartView start() {
        return new StartView(
                DEM,
                List.of(
                        "new_car",
                        "used_car",
                        "furniture",
                        "radio_tv",
                        "appliances",
                        "repairs",
                        "education",
                        "retraining",
                        "business",
                        "other"),
                "radio_tv",
                money("2500"),
                money("250"),
                money("20000"),
                money("50"),
                24,
                4,
                72,
                1,
                List.of("equal_instalment", "equal_principal", "interest_only_then_bullet", "bullet"),
                "equal_instalment",
                "interest_only_then_bullet",
                "300",
                money("0.35"),
                payment(),
                7,
                12,
                2,
                List.of(),
                "01JD5Z-START");
    }

    static PaymentView payment() {
        return payment(null);
    }

    private static PaymentView payment(PaymentView.@Nullable Reach reach) {
        return new PaymentView(
                List.of(LoanSamples.quote("equal_instalment", 24), LoanSamples.quote("interest_only_then_bullet", 24)),
                List.of(),
                reach);
    }

    private static PaymentView.Reach reach(String bound) {
        return new PaymentView.Reach(
                money("300"),
                bound,
                money("6450"),
                money("298.71"),
                DEM,
                24,
                "equal_instalment",
                "/?months=24&monthly=300&amount=6450");
    }

    private static List<ApplyView.Question> choice() {
        return List.of(ApplyView.Question.choice(
                "savings",
                List.of("unknown_or_none", "below_100", "100_to_500", "500_to_1000", "1000_or_more"),
                "100_to_500"));
    }

    private static List<ApplyView.Question> several() {
        return List.of(
                ApplyView.Question.choice("housing", List.of("own", "rent", "free"), "rent"),
                ApplyView.Question.choice("residence_since", List.of("1", "2", "3", "4"), null),
                ApplyView.Question.choice("num_dependents", List.of("1", "2"), null));
    }

    private static List<ApplyView.Question> number() {
        return List.of(new ApplyView.Question(
                "credit_amount", ApplyView.Kind.MONEY, List.of(), "2500", DEM, 250, 20_000, true));
    }

    private static List<ApplyView.Question> person() {
        return List.of(
                ApplyView.Question.of("full_name", ApplyView.Kind.PERSONAL_TEXT, "Anna Berger"),
                ApplyView.Question.of("birth_date", ApplyView.Kind.BIRTH_DATE, "1984-13-"),
                ApplyView.Question.of("phone", ApplyView.Kind.PERSONAL_PHONE, "030"),
                ApplyView.Question.of("consent_decision", ApplyView.Kind.CONSENT, null));
    }

    private static List<FieldError> personErrors() {
        return List.of(
                FieldError.of("birth_date", "birth_date"),
                FieldError.of("phone", "phone"),
                FieldError.of("consent_decision", "consent"));
    }

    private static ApplyView apply(List<ApplyView.Question> questions, List<FieldError> errors) {
        String step =
                questions.size() == 1 ? "accounts" : questions.getFirst().key().equals("housing") ? "home" : "you";
        List<ApplyView.Answered> answered = List.of(
                new ApplyView.Answered(new FactValue("purpose", "radio_tv"), "/"),
                new ApplyView.Answered(new FactValue("credit_amount", "2500"), "/"),
                new ApplyView.Answered(new FactValue("duration_months", "24"), "/"),
                new ApplyView.Answered(new FactValue("checking_status", "none"), "/applications/a1/steps/checking"));
        return new ApplyView(
                "a1",
                "1024",
                step,
                questions,
                errors,
                new ApplyView.Progress(4, 2, 1, 2, 100),
                "/applications/a1/steps/checking",
                NOW,
                "K7Q4-ZM2P",
                answered,
                new ApplyView.Estimate(DEM, money("115.79"), new BigDecimal("0.1091")),
                false,
                questions.size() == 1 ? new ApplyView.Asked("worth_asking", List.of("approve", "refer")) : null,
                "01JD5Z-STEP");
    }

    private static AnswerView answer(AnswerView.Outcome outcome, @Nullable String chosen) {
        boolean approved = outcome == AnswerView.Outcome.APPROVED;
        boolean declined = outcome == AnswerView.Outcome.DECLINED;
        boolean referred = outcome == AnswerView.Outcome.REFERRED;
        return new AnswerView(
                "a1",
                "1024",
                outcome,
                DEM,
                money("2500"),
                24,
                "radio_tv",
                new AnswerView.Effort(42, 14, 151),
                approved ? offers() : List.of(),
                approved ? Instant.parse("2026-12-06T10:00:00Z") : null,
                chosen,
                chosen == null ? List.of() : costs(),
                declined ? reasons() : List.of(),
                declined ? changes() : List.of(),
                referred
                        ? new AnswerView.Referral("bank", "near_cutoff", NOW, Instant.parse("2026-11-23T09:30:00Z"))
                        : null,
                outcome == AnswerView.Outcome.ACCEPTED ? "l1" : null,
                contributions(),
                approved ? List.of("我们没有问财产、电话：不管您怎么答，决定都一样。") : List.of(),
                declined,
                List.of(),
                "01JD5Z-ANSWER");
    }

    private static List<String> reasons() {
        return List.of(
                "您的活期账户情况是“透支中”。情况相同的客户，按约还清的比例低于平均水平。",
                "您申请的期限是 48 个月。期限越长，中途遇到困难的客户越多。",
                "您的存款情况是“不到 DM 100”。备用资金较少时，遇到意外支出更难按时还款。");
    }

    private static List<String> changes() {
        return List.of("选择较短的期限，可能会得到不同的结果。", "增加一位担保人，这一项会更有利。");
    }

    private static List<AnswerView.CostLine> costs() {
        return List.of(
                new AnswerView.CostLine("利息", "年利率 10.40%，按剩余本金计算", "样例银行 / Sample Bank", money("278.96")),
                new AnswerView.CostLine("费用", "不收", null, money("0.00")),
                new AnswerView.CostLine("逾期罚息", "逾期本金自到期日起按年利率 15.60% 计息", "样例银行 / Sample Bank", null),
                new AnswerView.CostLine("提前还款", "不收费，利息算到当天为止", null, money("0.00")));
    }

    private static List<AnswerView.Offer> offers() {
        return List.of(offer("as_asked", 24), offer("falling", 24), offer("shorter", 18), offer("longer", 36));
    }

    private static AnswerView.Offer offer(String name, int months) {
        PaymentView.Quote quote = LoanSamples.quote("equal_instalment", months);
        return new AnswerView.Offer(
                name,
                name,
                "equal_instalment",
                money("2500"),
                months,
                quote.first(),
                null,
                quote.interest(),
                quote.fees(),
                quote.total(),
                RATE,
                new BigDecimal("0.1091"),
                quote.by().stream().map(PaymentView.Month::balance).toList());
    }

    static List<Contribution> contributions() {
        return List.of(
                new Contribution("checking_status", "none", 31, "applicant", NOW),
                new Contribution("credit_history", "critical_or_elsewhere", 22, "bureau", NOW),
                new Contribution("savings", "100_to_500", -6, "applicant", NOW),
                new Contribution("duration_months", "24", -14, "applicant", NOW),
                new Contribution("employment_since", "1_to_4_years", 0, "applicant", NOW),
                new Contribution("housing", "rent", -8, "applicant", NOW));
    }
}
