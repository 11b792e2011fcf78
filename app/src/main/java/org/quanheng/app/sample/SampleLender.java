package org.quanheng.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.ResumeCodes;
import org.quanheng.app.access.Role;
import org.quanheng.app.decision.Policies;
import org.quanheng.app.decision.PolicySource;
import org.quanheng.app.model.AboutModel;
import org.quanheng.app.model.Models;
import org.quanheng.app.product.Products;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.springframework.stereotype.Component;

/**
 * Sets up the sample lender on an empty database: German credit histories (UCI, CC BY 4.0), of which seven in ten train the
 * scorecard. The other three in ten are the applicants of the demo; nothing of them is known here.
 */
@Component
public class SampleLender {
    /** The maker of everything that the set-up does. */
    public static final String MAKER = "sample-lender";

    /** The id of its model. */
    public static final String MODEL = "german-credit-1";

    private static final String PRODUCT = "consumer-instalment";
    private static final String TARGET = "target";
    private static final Set<String> PROTECTED = Set.of("personal_status_sex", "foreign_worker");
    private static final int TRAINING_TENTHS = 7;
    private static final AboutModel ABOUT = new AboutModel(
            "估计一笔消费贷款变坏的概率（PD），用于批准、转人工、额度和定价。 · Estimates the probability that a consumer loan turns bad (PD),"
                    + " for approval, referral, limit and price.",
            List.of(
                    "数据来自一家德国银行，坏贷款是有意多取的（30 %）：其概率不适用于今天的客户。 · The data come from one German bank, with bad"
                            + " loans sampled on purpose (30 %): its probabilities do not carry over to customers of today.",
                    "样本小：每个指标都要连同区间一起看。 · The sample is small: read each measure with its interval.",
                    "不问也不用性别、婚姻状况和国籍。 · Sex, marital status and nationality are neither asked nor used.",
                    "拿不准的案件不由模型单独决定。 · Close calls are not decided by the model alone."),
            "German credit data (UCI, CC BY 4.0)",
            LocalDate.of(1973, 1, 1),
            LocalDate.of(1975, 12, 31),
            "未按合同还清 · not repaid as agreed");

    private final Products products;
    private final Models models;
    private final Policies policies;
    private final Accounts accounts;
    private final ResumeCodes codes;

    SampleLender(Products products, Models models, Policies policies, Accounts accounts, ResumeCodes codes) {
        this.products = products;
        this.models = models;
        this.policies = policies;
        this.accounts = accounts;
        this.codes = codes;
    }

    /** A way in for one role of the sample lender. */
    public record SignIn(Role role, String login, String password) {}

    /** Sets the lender up; what is there already stays as it is. Returns whether anything was set up. */
    public boolean open() {
        boolean anything = false;
        if (products.newest(PRODUCT).isEmpty()) {
            products.publish(MAKER, text("product.json"));
            anything = true;
        }
        if (models.find(MODEL).isEmpty()) {
            train();
            anything = true;
        }
        if (policies.live().isEmpty()) {
            policies.publish(
                    MAKER,
                    new PolicySource(
                            text("policy.json"),
                            text("eligibility.dmn"),
                            MODEL,
                            new PolicySource.Evidence(text("evidence.json"), people())));
            anything = true;
        }
        for (SignIn signIn : signIns()) {
            if (accounts.find(signIn.login()).isEmpty()) {
                accounts.open(MAKER, signIn.login(), signIn.password(), signIn.role(), displayName(signIn.role()));
                anything = true;
            }
        }
        return anything;
    }

    /** One way in for each role. The passwords follow from the key of this installation, so no two installations share one. */
    public List<SignIn> signIns() {
        List<SignIn> signIns = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role != Role.ANONYMOUS && role != Role.APPLICANT) {
                String login = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                UUID name = UUID.nameUUIDFromBytes((MAKER + ":" + login).getBytes(StandardCharsets.UTF_8));
                signIns.add(new SignIn(role, login, codes.codeOf(name)));
            }
        }
        return signIns;
    }

    /** All 1,000 histories, in the order of the source. */
    public static Table histories() {
        byte[] csv = text("german-credit.csv").getBytes(StandardCharsets.UTF_8);
        return CsvTable.read("german-credit.csv", csv, CsvFormat.standard());
    }

    /** The histories that train, as the source has them, without what became of the loans; what is protected only tells who is asked more. */
    private static String people() {
        Table training = histories().where(SampleLender::trains);
        List<String> columns =
                training.names().stream().filter(name -> !name.equals(TARGET)).toList();
        StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
        for (int row = 0; row < training.rows(); row++) {
            int person = row;
            csv.append(columns.stream()
                            .map(column -> text(training.cell(person, column)))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String text(@Nullable Object cell) {
        return cell instanceof Double number
                ? new BigDecimal(number).toPlainString()
                : cell == null ? "" : cell.toString();
    }

    /** Whether a history, counted from 0, is one of those that train. */
    public static boolean trains(int row) {
        return row % 10 < TRAINING_TENTHS;
    }

    private void train() {
        Table training = histories().where(SampleLender::trains);
        List<String> features = training.names().stream()
                .filter(name -> !name.equals(TARGET) && !PROTECTED.contains(name))
                .toList();
        Sample sample = Sample.of(training, TARGET, features);
        Scorecard scorecard = Scorecard.train(sample, ScorecardRules.standard());
        models.register(MAKER, new Models.Entry(MODEL, MODEL, PRODUCT, null, ABOUT), scorecard, sample);
    }

    private static String displayName(Role role) {
        return switch (role) {
            case OFFICER -> "Chen Jing";
            case UNDERWRITER -> "Liu Yang";
            case RISK_ANALYST -> "Zhao Min";
            case HEAD_OF_LENDING -> "Wang Lei";
            case AUDITOR -> "Sun Hui";
            case ADMINISTRATOR -> "Zhou Ning";
            case ANONYMOUS, APPLICANT -> throw new IllegalArgumentException("no account for " + role);
        };
    }

    private static String text(String name) {
        try (InputStream in = SampleLender.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the sample file " + name + " is not in the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
