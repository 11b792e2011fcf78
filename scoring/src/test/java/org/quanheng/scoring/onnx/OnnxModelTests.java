package org.quanheng.scoring.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Table;

/** A logistic regression of two facts, written as ONNX byte by byte (onnx.proto, IR version 8, operator set 13). */
final class OnnxModelTests {
    private static final float[] WEIGHTS = {0.5f, -2f};
    private static final float INTERCEPT = -1f;

    /** A message of the protocol buffers' wire format. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint(((long) field << 3) | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message part(int field, Message value) {
            return bytes(field, value.bytes.toByteArray());
        }

        private void varint(long value) {
            long rest = value;
            for (; rest > 127; rest >>>= 7) {
                bytes.write((int) ((rest & 127) | 128));
            }
            bytes.write((int) rest);
        }
    }

    private static Message floats(String name, int[] dimensions, float... values) {
        Message tensor = new Message();
        for (int dimension : dimensions) {
            tensor.number(1, dimension);
        }
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        return tensor.number(2, 1).text(8, name).bytes(9, raw.array());
    }

    private static Message operation(String type, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, type);
    }

    /** A matrix of any number of rows. */
    private static Message matrix(String name, int columns) {
        Message shape = new Message().part(1, new Message().text(2, "rows")).part(1, new Message().number(1, columns));
        Message type = new Message().number(1, 1).part(2, shape);
        return new Message().text(1, name).part(2, new Message().part(1, type));
    }

    private static byte[] model(String last) {
        Message graph = new Message()
                .part(1, operation("MatMul", "product", "facts", "weights"))
                .part(1, operation("Add", "logOdds", "product", "intercept"))
                .part(1, operation(last, "pd", "logOdds"))
                .text(2, "logistic")
                .part(5, floats("weights", new int[] {2, 1}, WEIGHTS))
                .part(5, floats("intercept", new int[] {1}, INTERCEPT))
                .part(11, matrix("facts", 2))
                .part(12, matrix("pd", 1));
        return new Message()
                .number(1, 8)
                .part(7, graph)
                .part(8, new Message().text(1, "").number(2, 13))
                .bytes
                .toByteArray();
    }

    private static Table table(int rows) {
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            x[row] = row % 10;
            y[row] = row % 7 / 7.0;
        }
        return Table.of(List.of(new NumericColumn("y", y), new NumericColumn("x", x)));
    }

    @Test
    void scoresAsTheFormulaSays() {
        Table table = table(20_000);
        try (OnnxModel model = OnnxModel.load(model("Sigmoid"), List.of("x", "y"))) {
            double[] pds = model.pds(table);
            for (int row = 0; row < pds.length; row++) {
                double logOdds = INTERCEPT + WEIGHTS[0] * (row % 10) + WEIGHTS[1] * (row % 7 / 7.0);
                assertThat(pds[row]).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-6));
            }
            assertThat(model.facts()).containsExactly("x", "y");
        }
    }

    @Test
    void refusesWhatItCannotScore() {
        assertThatThrownBy(() -> OnnxModel.load(new byte[] {1, 2, 3}, List.of("x")))
                .hasMessageContaining("expected a model that ONNX Runtime can load");
        assertThatThrownBy(() -> OnnxModel.load(model("Sigmoid"), List.of("x", "y", "z")))
                .hasMessageContaining("input facts: expected rows of 3 floats");
        try (OnnxModel model = OnnxModel.load(model("Sigmoid"), List.of("x", "z"))) {
            Table texts = table(1).with(CategoricalColumn.of("x", List.of("a")));
            assertThatThrownBy(() -> model.pds(texts))
                    .hasMessageContaining("column x: expected numbers, came texts")
                    .hasMessageContaining("column z: expected numbers, came no such column");
        }
        try (OnnxModel raw = OnnxModel.load(model("Identity"), List.of("x", "y"))) {
            assertThatThrownBy(() -> raw.pds(table(10))).hasMessageContaining("expected probabilities, 0 to 1");
        }
    }
}
