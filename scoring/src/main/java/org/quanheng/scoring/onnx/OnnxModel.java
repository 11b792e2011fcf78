package org.quanheng.scoring.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Table;

/**
 * A model that was trained elsewhere and comes as ONNX: one input of floats, a row for each applicant, and an output of probabilities of
 * default, either one a row or one for good and one for bad.
 *
 * <p>Missing values go in as NaN. The native session is given back by {@link #close()}. Needs ONNX Runtime on the class path.
 */
public final class OnnxModel implements AutoCloseable {
    private static final int BATCH = 8_192;

    private final OrtSession session;
    private final List<String> features;
    private final String input;
    private final String output;

    private OnnxModel(OrtSession session, List<String> features, String input, String output) {
        this.session = session;
        this.features = features;
        this.input = input;
        this.output = output;
    }

    /**
     * Loads a model.
     *
     * @param bytes of the ONNX file
     * @param features in the order of the input's columns
     * @throws org.quanheng.fault.FaultyInputException when the bytes are no model, or its input or output is of another form
     */
    public static OnnxModel load(byte[] bytes, List<String> features) {
        Faults faults = new Faults("ONNX model");
        faults.require(!features.isEmpty(), "features", "at least one", "none");
        faults.throwIfAny();
        OrtSession session;
        try {
            session = OrtEnvironment.getEnvironment().createSession(bytes, new OrtSession.SessionOptions());
        } catch (OrtException refused) {
            faults.add("ONNX model", "a model that ONNX Runtime can load", String.valueOf(refused.getMessage()));
            throw faults.exception();
        }
        try {
            OnnxModel model = described(session, features, faults);
            if (faults.none()) {
                return model;
            }
            session.close();
            throw faults.exception();
        } catch (OrtException failed) {
            throw new IllegalStateException("ONNX Runtime could not describe its model", failed);
        }
    }

    private static OnnxModel described(OrtSession session, List<String> features, Faults faults) throws OrtException {
        List<NodeInfo> inputs = List.copyOf(session.getInputInfo().values());
        boolean one = inputs.size() == 1 && inputs.getFirst().getInfo() instanceof TensorInfo;
        faults.require(one, "inputs", "one tensor", inputs);
        if (one && inputs.getFirst().getInfo() instanceof TensorInfo info) {
            long[] shape = info.getShape();
            faults.require(
                    shape.length == 2 && (shape[1] == features.size() || shape[1] < 0),
                    "input " + inputs.getFirst().getName(),
                    "rows of " + features.size() + " floats",
                    java.util.Arrays.toString(shape));
            faults.require(
                    info.type == ai.onnxruntime.OnnxJavaType.FLOAT,
                    "input " + inputs.getFirst().getName(),
                    "floats",
                    info.type);
        }
        List<String> outputs = new ArrayList<>();
        for (NodeInfo node : session.getOutputInfo().values()) {
            if (node.getInfo() instanceof TensorInfo info && info.type == ai.onnxruntime.OnnxJavaType.FLOAT) {
                outputs.add(node.getName());
            }
        }
        faults.require(outputs.size() == 1, "outputs", "one tensor of floats", outputs);
        return new OnnxModel(
                session,
                List.copyOf(features),
                inputs.isEmpty() ? "" : inputs.getFirst().getName(),
                outputs.isEmpty() ? "" : outputs.getFirst());
    }

    /** Names of the facts that the model asks for. */
    public List<String> facts() {
        return features;
    }

    /**
     * PD of every row.
     *
     * @throws org.quanheng.fault.FaultyInputException when a column lacks or holds no numbers, or the model's answer is no probability
     */
    public double[] pds(Table table) {
        Faults faults = new Faults("table");
        List<double[]> columns = new ArrayList<>();
        for (String feature : features) {
            if (table.has(feature) && table.column(feature) instanceof NumericColumn numeric) {
                columns.add(numeric.values());
            } else {
                faults.add("column " + feature, "numbers", table.has(feature) ? "texts" : "no such column");
            }
        }
        faults.throwIfAny();
        double[] pds = new double[table.rows()];
        for (int from = 0; from < pds.length; from += BATCH) {
            batch(columns, from, Math.min(BATCH, pds.length - from), pds);
        }
        for (double pd : pds) {
            faults.require(pd >= 0 && pd <= 1, "answer of the ONNX model", "probabilities, 0 to 1", pd);
        }
        faults.throwIfAny();
        return pds;
    }

    private void batch(List<double[]> columns, int from, int count, double[] pds) {
        float[] cells = new float[count * columns.size()];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < columns.size(); column++) {
                cells[row * columns.size() + column] = (float) columns.get(column)[from + row];
            }
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor tensor = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(cells), new long[] {count, columns.size()});
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            FloatBuffer answers = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
            int width = answers.remaining() / count;
            if (answers.remaining() != count * width || width < 1 || width > 2) {
                Faults faults = new Faults("ONNX model");
                faults.add(
                        "output " + output,
                        "one or two numbers a row",
                        answers.remaining() + " for " + count + " rows");
                throw faults.exception();
            }
            for (int row = 0; row < count; row++) {
                pds[from + row] = answers.get(row * width + width - 1);
            }
        } catch (OrtException failed) {
            throw new IllegalStateException("ONNX Runtime could not run the model", failed);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException("ONNX Runtime could not close the model", failed);
        }
    }
}
