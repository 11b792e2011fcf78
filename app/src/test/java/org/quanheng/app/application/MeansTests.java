package org.quanheng.app.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.sample.SampleLender;

/** How much can be borrowed: for a payment on the start page, a firm's working capital for the staff. */
class MeansTests {
    private static final Pattern TAKE = Pattern.compile("href=\"(/\\?[^\"]*amount=(\\d+)[^\"]*)\"");
    private static final Pattern HIGHEST = Pattern.compile("highest payment is DM\u00a0([\\d.,]+?)\\.<");
    private static final String FIRM = "/working-capital?lang=en&sales=36,000,000&marginPercent=20&growthPercent=10"
            + "&stockDays=60&receivableDays=75&payableDays=40&prepaidDays=10&advanceDays=15&ownFunds=3000000"
            + "&presentLoans=2500000&otherSources=0";

    private final RunningLender lender = RunningLender.get();

    @ParameterizedTest
    @CsvSource({
        "300, 24, equal_instalment",
        "120.50, 36, equal_instalment",
        "300, 24, equal_principal",
        "3000, 12, bullet",
        "2000, 12, interest_only_then_bullet"
    })
    void whatAPaymentCarriesIsTheLoanThatTheCalculatorShows(String monthly, int months, String method)
            throws Exception {
        Visitor visitor = lender.visitor();
        String page = visitor.get(
                        "/?lang=en&purpose=education&months=" + months + "&method=" + method + "&monthly=" + monthly)
                .body();
        Matcher take = TAKE.matcher(page);
        assertThat(take.find()).isTrue();
        int amount = Integer.parseInt(take.group(2));
        assertThat(amount).isBetween(250, 20_000).matches(most -> most % 50 == 0);
        assertThat(highest(page)).isLessThanOrEqualTo(new BigDecimal(monthly));

        String taken =
                visitor.get(take.group(1).replace("&amp;", "&") + "&lang=en").body();
        assertThat(taken)
                .contains("id=\"f-amount\" value=\"" + amount + "\"", "id=\"f-months\" value=\"" + months + "\"")
                .containsPattern("value=\"education\" checked");
        String more = visitor.get("/payment?lang=en&amount=" + (amount + 50) + "&months=" + months + "&method=" + method
                        + "&monthly=" + monthly)
                .body();
        assertThat(figure(more)).as("the payment of one step more").isGreaterThan(new BigDecimal(monthly));
    }

    private static BigDecimal highest(String page) {
        Matcher highest = HIGHEST.matcher(page);
        assertThat(highest.find()).isTrue();
        return new BigDecimal(highest.group(1).replace(",", ""));
    }

    /** The highest of the payments in the calculator's table. */
    private static BigDecimal figure(String fragment) {
        return Pattern.compile("<th scope=\"row\" class=\"num\">\\d+</th><td class=\"r\" data-value=\"([\\d.]+)\"")
                .matcher(fragment)
                .results()
                .map(cell -> new BigDecimal(cell.group(1)))
                .max(BigDecimal::compareTo)
                .orElseThrow();
    }

    @Test
    void saysWhichBoundHolds() throws Exception {
        Visitor visitor = lender.visitor();
        assertThat(visitor.get("/payment?lang=en&amount=1000&months=24&monthly=999999999")
                        .body())
                .contains("is enough for the most this product lends: DM\u00a020,000");
        String none =
                visitor.get("/payment?lang=en&amount=1000&months=24&monthly=5").body();
        assertThat(none).contains("is not enough", "DM\u00a0250");
        assertThat(TAKE.matcher(none).find()).isFalse();
        for (String wrong : new String[] {"much", "-1", "0", "1.234"}) {
            assertThat(visitor.get("/payment?lang=en&amount=1000&months=24&monthly=" + wrong)
                            .body())
                    .contains("The most you can pay a month: an amount above zero")
                    .contains("calc-figures");
        }
    }

    private Visitor underwriter() throws Exception {
        SampleLender.SignIn signIn = lender.signInOf("UNDERWRITER");
        Visitor underwriter = lender.visitor();
        underwriter.signIn(signIn.login(), signIn.password());
        return underwriter;
    }

    @Test
    void theStaffSeeEveryStepOfAFirmsWorkingCapital() throws Exception {
        Visitor underwriter = underwriter();
        assertThat(underwriter.get("/work?lang=en").body()).contains("href=\"/working-capital\"");
        assertThat(underwriter.get("/working-capital?lang=en").body()).doesNotContain("id=\"errors\"");
        assertThat(underwriter.get(FIRM).body())
                .contains("90 days", "4.00", "7,920,000.00", "5,500,000.00", "2,420,000.00")
                .doesNotContain("id=\"errors\"");
        assertThat(underwriter
                        .get(FIRM.replace("ownFunds=3000000", "ownFunds=9000000"))
                        .body())
                .contains("no new working-capital loan is needed");
    }

    @Test
    void everyFaultStandsAtItsField() throws Exception {
        Visitor underwriter = underwriter();
        String wrong = FIRM.replace("marginPercent=20", "marginPercent=100")
                .replace("stockDays=60", "stockDays=-1")
                .replace("ownFunds=3000000", "ownFunds=");
        assertThat(underwriter.get(wrong).body())
                .contains("href=\"#f-marginPercent\"", "href=\"#f-stockDays\"", "href=\"#f-ownFunds\"")
                .contains("id=\"e-marginPercent\"", "id=\"e-stockDays\"", "id=\"e-ownFunds\"")
                .doesNotContain("2,420,000.00");
        assertThat(underwriter
                        .get(FIRM.replace("payableDays=40", "payableDays=400"))
                        .body())
                .contains("come to 145 days; they must be more than the 415 days");
        assertThat(lender.visitor().get(FIRM).status()).isNotEqualTo(200);
    }
}
