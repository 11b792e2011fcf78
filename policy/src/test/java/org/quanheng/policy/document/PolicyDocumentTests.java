package org.quanheng.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;

class PolicyDocumentTests {
    private static final Path FILE =
            Path.of("..", "app", "src", "main", "resources", "org", "quanheng", "app", "sample", "policy.json");

    private final String json = Files.readString(FILE);

    PolicyDocumentTests() throws IOException {}

    @Test
    void theSampleIsRead() {
        PolicyDocument document = PolicyDocument.parse(json, "<dmn/>");
        assertThat(document.currency().getCurrencyCode()).isEqualTo("DEM");
        assertThat(document.limits().grades()).hasSize(6);
        assertThat(document.price().cost()).isEqualByComparingTo("0.06");
        assertThat(document.hash()).hasSize(64);
    }

    @Test
    void theHashIsOfTheContentNotOfItsOrder() {
        PolicyDocument document = PolicyDocument.parse(json, "<dmn/>");
        String moved = json.replace("\"currency\": \"DEM\",", "").replaceFirst("\\{", "{\"currency\": \"DEM\",");
        assertThat(PolicyDocument.parse(moved, "<dmn/>").hash()).isEqualTo(document.hash());
        assertThat(PolicyDocument.parse(json, "<other/>").hash()).isNotEqualTo(document.hash());
        assertThat(PolicyDocument.parse(json.replace("0.030", "0.031"), "<dmn/>")
                        .hash())
                .isNotEqualTo(document.hash());
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        String faulty = json.replace("\"currency\": \"DEM\"", "\"currency\": \"DMX\"")
                .replace("\"approveAtMost\": \"0.26\"", "\"approveAtMost\": \"26 %\"")
                .replace("\"monthsMin\": 4", "\"monthsMin\": 4.5")
                .replace("2017-08-04", "2017-13-04")
                .replace("\"EQUAL_PRINCIPAL\"", "\"BALLOON\"")
                .replace("\"lgd\": \"0.25\"", "\"lgdd\": \"0.25\"")
                .replace("\"amountMax\": \"20000\",", "\"amountMax\": \"-1\",");
        assertThatThrownBy(() -> PolicyDocument.parse(faulty, "<dmn/>"))
                .isInstanceOfSatisfying(
                        FaultyInputException.class,
                        failure -> assertThat(failure.faults())
                                .extracting(fault -> fault.where().toString())
                                .contains(
                                        "currency",
                                        "cutoffs.approveAtMost",
                                        "scope.monthsMin",
                                        "rateCaps[0].effectiveFrom",
                                        "offers[1].method",
                                        "price.lgd",
                                        "price.lgdd",
                                        "scope.amountMax"))
                .hasMessageContaining("offers[1].method: expected one of EQUAL_INSTALMENT, EQUAL_PRINCIPAL")
                .hasMessageContaining("came \"BALLOON\"")
                .hasMessageContaining("cutoffs.approveAtMost: expected a decimal from 0 to 1, came \"26 %\".")
                .hasMessageContaining("price.lgdd: expected one of")
                .hasMessageContaining("price.lgd: expected a decimal from 0 to 1, came nothing.");
    }

    @Test
    void whatMustHoldBetweenTheParts() {
        refused(
                () -> PolicyDocument.parse(
                        json.replace("\"declineAbove\": \"0.34\"", "\"declineAbove\": \"0.2\""), "x"),
                "cutoffs: expected approveAtMost at most declineAbove, came 0.26 and 0.2.");
        refused(
                () -> PolicyDocument.parse(json.replace("\"pdAtMost\": \"1\"", "\"pdAtMost\": \"0.9\""), "x"),
                "limits.grades: expected a last grade with pdAtMost 1, so that every PD has one, came 0.9.");
        refused(
                () -> PolicyDocument.parse(json.replace("\"pdAtMost\": \"0.10\"", "\"pdAtMost\": \"0.04\""), "x"),
                "limits.grades: expected pdAtMost that rises from grade to grade, came 0.05 before 0.04.");
        refused(
                () -> PolicyDocument.parse(json.replace("\"id\": \"falling\"", "\"id\": \"as_asked\""), "x"),
                "offers: expected each once, came as_asked twice.");
        refused(() -> PolicyDocument.parse(json, " "), "eligibility: expected DMN XML, came nothing.");
    }

    @Test
    void whatIsNotJsonIsRefused() {
        refused(() -> PolicyDocument.parse("{", "x"), "policy document: document: expected JSON, came");
        refused(() -> PolicyDocument.parse("[]", "x"), "document: expected a JSON object, came [].");
        refused(
                () -> PolicyDocument.parse(json.replaceFirst("\\{", "{\"id\": \"twice\","), "x"),
                "document: expected JSON, came Duplicate");
    }

    @Test
    void theCapInForceIsTheOneThatBeganLast() {
        String two = json.replace(
                "\"rateCaps\": [",
                "\"rateCaps\": [{\"id\":\"new\",\"instrument\":\"law\",\"article\":\"1\",\"effectiveFrom\":\"2027-01-01\","
                        + "\"value\":\"0.20\",\"source\":\"test\"},");
        PolicyDocument document = PolicyDocument.parse(two, "<dmn/>");
        assertThat(document.rateCapOn(LocalDate.of(2026, 12, 31)).orElseThrow().id())
                .isEqualTo("cn-spc-2017-22-2");
        assertThat(document.rateCapOn(LocalDate.of(2027, 1, 1)).orElseThrow().id())
                .isEqualTo("new");
        assertThat(document.rateCapOn(LocalDate.of(2017, 8, 3))).isEmpty();
    }

    private static void refused(ThrowingCallable parse, String message) {
        assertThatThrownBy(parse).isInstanceOf(FaultyInputException.class).hasMessageContaining(message);
    }
}
