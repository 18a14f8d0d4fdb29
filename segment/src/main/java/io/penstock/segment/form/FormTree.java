package io.penstock.segment.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.penstock.schema.CheckDigit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.Relation;
import io.penstock.segment.geometry.Area;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Turns a definition's tree, already valid under the schema, into records. */
final class FormTree {

    private static final double DEFAULT_MAX_RESIDUAL = 0.5;
    private static final double DEFAULT_MIN_SUPPORT = 0.7;

    private final JsonNode root;

    FormTree(JsonNode root) {
        this.root = root;
    }

    FormDefinition form() {
        JsonNode registration = root.path("registration");
        return new FormDefinition(
            root.path("form").asText(),
            root.path("version").asText(),
            root.path("title").asText(root.path("form").asText()),
            root.path("page").path("width").asDouble(),
            root.path("page").path("height").asDouble(),
            list(registration.path("fiducials"), FormTree::area),
            list(registration.path("frames"), FormTree::area),
            list(registration.path("lines"), FormTree::line),
            list(root.path("labels"), FormTree::label),
            list(root.path("fields"), FormTree::field),
            list(root.path("relations"), FormTree::relation),
            registration.path("maxResidual").asDouble(DEFAULT_MAX_RESIDUAL),
            registration.path("minSupport").asDouble(DEFAULT_MIN_SUPPORT));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> of) {
        List<T> result = new ArrayList<>();
        array.forEach(node -> result.add(of.apply(node)));
        return result;
    }

    private static Area area(JsonNode node) {
        return new Area(node.path("x").asDouble(), node.path("y").asDouble(), node.path("width").asDouble(),
            node.path("height").asDouble());
    }

    private static Line line(JsonNode node) {
        boolean horizontal = node.has("y");
        return new Line(horizontal, node.path(horizontal ? "y" : "x").asDouble(), node.path("from").asDouble(), node.path("to").asDouble());
    }

    private static Label label(JsonNode node) {
        return new Label(node.path("text").asText(), node.path("x").asDouble(), node.path("y").asDouble(), node.path("size").asDouble(3));
    }

    private static Relation relation(JsonNode node) {
        String[] sides = node.asText().split("=");
        return new Relation(sides[0].trim(), Arrays.stream(sides[1].split("\\+")).map(String::trim).toList());
    }

    private static FieldDefinition field(JsonNode node) {
        return new FieldDefinition(node.path("name").asText(), place(node), node.path("tolerance").asDouble(0), rules(node));
    }

    private static Place place(JsonNode node) {
        if (node.has("free")) {
            JsonNode free = node.path("free");
            return new Place.Free(area(free), free.path("framed").asBoolean(true), free.path("sign").asDouble(0));
        }
        JsonNode comb = node.path("comb");
        return new Place.Boxes(comb.isArray() ? list(comb, FormTree::comb) : List.of(comb(comb)));
    }

    private static Comb comb(JsonNode node) {
        return new Comb(area(node), node.path("boxes").asInt());
    }

    private static FieldRules rules(JsonNode node) {
        return FieldRules.newBuilder()
            .setKind(FieldKind.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT)))
            .setRequired(node.path("required").asBoolean(true))
            .setMinLength(integer(node.path("minLength")))
            .setMaxLength(integer(node.path("maxLength")))
            .setMin(text(node.path("min")))
            .setMax(text(node.path("max")))
            .setFraction(node.path("fraction").asInt(0))
            .setDateOrder(text(node.path("dateOrder")))
            .setFillers(node.path("fillers").asBoolean(false))
            .setCheckDigit(CheckDigit.valueOf(node.path("checkDigit").asText("none").toUpperCase(Locale.ROOT)))
            .setPattern(text(node.path("pattern")))
            .build();
    }

    private static Integer integer(JsonNode node) {
        return node.isInt() ? node.intValue() : null;
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }
}
