package org.quanheng.scoring.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.binning.Shape;
import org.quanheng.scoring.table.SpecialCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a scorecard; numbers are written so that they come back to the last bit. */
final class ScorecardJson {
    private static final String FORM = "quanheng-scorecard-1";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ScorecardJson() {}

    static String write(Scorecard card) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("form", FORM);
        ObjectNode scaling = root.putObject("scaling");
        scaling.put("basePoints", card.scaling().basePoints());
        scaling.put("baseOdds", card.scaling().baseOdds());
        scaling.put("pointsToDouble", card.scaling().pointsToDouble());
        scaling.put("decimals", card.scaling().decimals());
        root.put("base", card.base());
        ArrayNode characteristics = root.putArray("characteristics");
        card.characteristics().forEach(c -> write(c, characteristics.addObject()));
        ArrayNode interactions = root.putArray("interactions");
        card.interactions().forEach(i -> write(i, interactions.addObject()));
        DevelopmentJson.write(card.development(), root.putObject("development"));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void write(Characteristic characteristic, ObjectNode node) {
        Binning binning = characteristic.binning();
        node.put("name", characteristic.name());
        node.put("coefficient", characteristic.coefficient());
        node.put("shape", binning.shape().name().toLowerCase(Locale.ROOT));
        node.put("explanation", binning.explanation());
        node.put("shrinkage", binning.shrinkage());
        writeBins(binning.bins(), node);
        ArrayNode bins = node.putArray("bins");
        for (int bin = 0; bin < binning.bins().count(); bin++) {
            ObjectNode each = bins.addObject();
            each.put("label", binning.bins().label(bin));
            each.put("goods", binning.goods(bin));
            each.put("bads", binning.bads(bin));
            each.put("woe", binning.woe(bin));
            each.put("points", characteristic.points(bin));
        }
    }

    private static void writeBins(Bins bins, ObjectNode node) {
        switch (bins) {
            case NumericBins numeric -> {
                ArrayNode cuts = node.putArray("cuts");
                numeric.cuts().forEach(cuts::add);
                int[] homes = numeric.homes();
                writeHome(homes[0], node);
                if (!numeric.specials().isEmpty()) {
                    ArrayNode specials = node.putArray("specials");
                    for (int i = 0; i < numeric.specials().size(); i++) {
                        SpecialCode special = numeric.specials().get(i);
                        ObjectNode each = specials.addObject().put("meaning", special.meaning());
                        special.codes().forEach(each.putArray("codes")::add);
                        each.put("joinedWith", homes[i + 1]);
                    }
                }
            }
            case CategoricalBins categorical -> {
                ArrayNode groups = node.putArray("groups");
                for (List<String> group : categorical.groups()) {
                    ArrayNode texts = groups.addArray();
                    group.forEach(texts::add);
                }
                writeHome(categorical.missingHome(), node);
            }
        }
    }

    /** Only a scorecard that joins missing values says so. */
    private static void writeHome(int home, ObjectNode node) {
        if (home != NumericBins.OWN) {
            node.put("missingJoinedWith", home);
        }
    }

    private static void write(Interaction interaction, ObjectNode node) {
        ObjectNode first = node.putObject("first");
        first.put("name", interaction.first());
        writeBins(interaction.firstBins(), first);
        ObjectNode second = node.putObject("second");
        second.put("name", interaction.second());
        writeBins(interaction.secondBins(), second);
        node.put("neutral", interaction.neutral());
        ArrayNode points = node.putArray("points");
        for (int i = 0; i < interaction.firstBins().count(); i++) {
            ArrayNode row = points.addArray();
            for (int j = 0; j < interaction.secondBins().count(); j++) {
                row.add(interaction.points(i, j));
            }
        }
    }

    static Scorecard read(String json) {
        Faults faults = new Faults("scorecard");
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException broken) {
            faults.add("scorecard", "JSON", broken.getOriginalMessage());
            throw faults.exception();
        }
        String form = root.path("form").asString("nothing");
        if (!form.equals(FORM)) {
            faults.add("form", FORM, form, "it is not a scorecard, or one of a later version");
            throw faults.exception();
        }
        try {
            JsonNode scaling = root.required("scaling");
            List<Characteristic> characteristics = new ArrayList<>();
            for (JsonNode node : root.required("characteristics")) {
                characteristics.add(readCharacteristic(node));
            }
            List<Interaction> interactions = new ArrayList<>();
            for (JsonNode node : root.required("interactions")) {
                interactions.add(readInteraction(node));
            }
            return new Scorecard(
                    new Scaling(
                            number(scaling, "basePoints"),
                            number(scaling, "baseOdds"),
                            number(scaling, "pointsToDouble"),
                            scaling.required("decimals").intValue()),
                    number(root, "base"),
                    characteristics,
                    interactions,
                    DevelopmentJson.read(root.required("development")));
        } catch (JacksonException broken) {
            faults.add("scorecard", Phrase.of("the fields of form {0}", FORM), broken.getOriginalMessage());
            throw faults.exception();
        }
    }

    private static Characteristic readCharacteristic(JsonNode node) {
        Bins bins = readBins(node);
        JsonNode table = node.required("bins");
        if (table.size() != bins.count()) {
            Faults faults = new Faults("scorecard");
            faults.add(
                    Phrase.of("bins of {0}", node.path("name")),
                    Phrase.of("{0} bins", bins.count()),
                    Phrase.of("{0} bins", table.size()));
            throw faults.exception();
        }
        double[] goods = new double[table.size()];
        double[] bads = new double[table.size()];
        double[] points = new double[table.size()];
        for (int bin = 0; bin < table.size(); bin++) {
            JsonNode each = table.get(bin);
            goods[bin] = number(each, "goods");
            bads[bin] = number(each, "bads");
            points[bin] = number(each, "points");
        }
        Binning binning = new Binning(
                node.required("name").stringValue(),
                bins,
                goods,
                bads,
                Shape.valueOf(node.required("shape").stringValue().toUpperCase(Locale.ROOT)),
                node.required("explanation").stringValue(),
                number(node, "shrinkage"));
        return new Characteristic(binning, number(node, "coefficient"), points);
    }

    private static Bins readBins(JsonNode node) {
        if (node.has("cuts")) {
            List<Double> cuts = new ArrayList<>();
            node.required("cuts").forEach(cut -> cuts.add(cut.doubleValue()));
            List<SpecialCode> specials = new ArrayList<>();
            List<Integer> homes = new ArrayList<>();
            homes.add(node.path("missingJoinedWith").asInt(NumericBins.OWN));
            for (JsonNode each : node.path("specials")) {
                List<Double> codes = new ArrayList<>();
                each.required("codes").forEach(code -> codes.add(code.doubleValue()));
                specials.add(new SpecialCode(each.required("meaning").stringValue(), codes));
                homes.add(each.required("joinedWith").intValue());
            }
            return new NumericBins(
                    cuts.stream().mapToDouble(Double::doubleValue).toArray(),
                    specials,
                    homes.stream().mapToInt(Integer::intValue).toArray());
        }
        List<List<String>> groups = new ArrayList<>();
        for (JsonNode group : node.required("groups")) {
            List<String> texts = new ArrayList<>();
            group.forEach(text -> texts.add(text.stringValue()));
            groups.add(texts);
        }
        return new CategoricalBins(groups, node.path("missingJoinedWith").asInt(NumericBins.OWN));
    }

    private static Interaction readInteraction(JsonNode node) {
        JsonNode first = node.required("first");
        JsonNode second = node.required("second");
        JsonNode table = node.required("points");
        double[][] points = new double[table.size()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[table.get(i).size()];
            for (int j = 0; j < points[i].length; j++) {
                points[i][j] = table.get(i).get(j).doubleValue();
            }
        }
        return new Interaction(
                first.required("name").stringValue(),
                second.required("name").stringValue(),
                readBins(first),
                readBins(second),
                points,
                number(node, "neutral"));
    }

    private static double number(JsonNode node, String key) {
        return node.required(key).doubleValue();
    }
}
