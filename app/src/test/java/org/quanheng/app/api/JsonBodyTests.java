package org.quanheng.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTests {

    @Test
    void everyFaultIsNamedAtOnce() throws IOException {
        JsonBody body = read("{\"product\": 7, \"flag\": \"x\", \"inner\": {\"more\": 1}, \"extra\": true}");
        body.text("product");
        body.flag("flag");
        body.whole("count");
        body.object("inner");

        assertThatThrownBy(body::finish).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.INPUT_FAULTY);
            assertThat(refusal.faults())
                    .extracting(fault -> fault.field() + " " + fault.code())
                    .containsExactly(
                            "product type",
                            "flag type",
                            "count required",
                            "extra unknown_field",
                            "inner.more unknown_field");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "{\"a\": 1, \"a\": 2}", "{\"a\": NaN}", "{} {}", "{'a': 1}", "null"})
    void whatIsNoPlainJsonObjectIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BODY_UNREADABLE));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] latin1 = "{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> JsonBody.read(new ByteArrayInputStream(latin1)))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aBodyOfExactlyTheMostBytesIsReadAndOneMoreIsRefused() throws IOException {
        String frame = "{\"a\": \"\"}";
        String most = "{\"a\": \"" + "x".repeat(JsonBody.MOST_BYTES - frame.length()) + "\"}";

        assertThat(read(most).text("a")).hasSize(JsonBody.MOST_BYTES - frame.length());
        assertThatThrownBy(() -> read(most + " "))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BODY_TOO_LARGE));
    }

    private static JsonBody read(String text) throws IOException {
        return JsonBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
