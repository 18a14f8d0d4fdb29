package io.penstock.segment.form;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.penstock.schema.pattern.DigitPattern;
import io.penstock.segment.geometry.Area;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads form definitions from YAML: checks them against {@code form.schema.json} and against what a schema cannot say.
 *
 * <p>Thread-safe.
 */
public final class FormParser {

    private static final String SCHEMA = "form.schema.json";

    private final YAMLMapper mapper = new YAMLMapper();
    private final Schema schema;

    /** Creates a parser with the shipped schema. */
    public FormParser() {
        try (InputStream in = FormParser.class.getResourceAsStream(SCHEMA)) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(SCHEMA + " is missing from the jar", e);
        }
    }

    /**
     * Parses one definition.
     *
     * @param source name of the file or record, for messages
     * @param yaml   the definition
     * @throws InvalidFormException where it cannot be used
     */
    public FormDefinition parse(String source, String yaml) throws InvalidFormException {
        JsonNode tree = tree(source, yaml);
        YamlPositions positions = YamlPositions.of(yaml);
        List<FormProblem> problems = new ArrayList<>();
        for (Error error : schema.validate(tree)) {
            problems.add(positions.problem(source, error.getInstanceLocation().toString(), error.getMessage()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidFormException(problems);
        }
        FormDefinition form = new FormTree(tree).form();
        check(form, (path, message) -> problems.add(positions.problem(source, path, message)));
        if (!problems.isEmpty()) {
            throw new InvalidFormException(problems);
        }
        return form;
    }

    private JsonNode tree(String source, String yaml) throws InvalidFormException {
        try {
            JsonNode tree = mapper.readTree(yaml);
            if (tree != null && tree.isObject()) {
                return tree;
            }
            throw new InvalidFormException(List.of(new FormProblem(source, 1, 1,
                "a form definition is a YAML mapping that begins with form:")));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new InvalidFormException(List.of(new FormProblem(source, at == null ? 0 : at.getLineNr(),
                at == null ? 0 : at.getColumnNr(),
                "not valid YAML: " + e.getOriginalMessage())));
        }
    }

    private interface Problems {
        void add(String path, String message);
    }

    private static void check(FormDefinition form, Problems problems) {
        Area page = new Area(0, 0, form.width(), form.height());
        Set<String> names = new HashSet<>();
        for (int i = 0; i < form.fields().size(); i++) {
            FieldDefinition field = form.fields().get(i);
            String path = "/fields/" + i;
            if (!names.add(field.name())) {
                problems.add(path + "/name", "field " + field.name() + " is there twice: give each field its own name");
            }
            try {
                if (field.rules().getPattern() != null) {
                    DigitPattern.of(field.rules().getPattern());
                }
            } catch (IllegalArgumentException e) {
                problems.add(path + "/pattern", e.getMessage());
            }
            Area area = field.place().area();
            if (area.x() < 0 || area.y() < 0 || area.right() > page.right() || area.bottom() > page.bottom()) {
                problems.add(path, "field " + field.name() + " reaches outside the page of " + page.width() + " × " + page.height()
                    + " mm");
            }
        }
        for (int i = 0; i < form.relations().size(); i++) {
            var relation = form.relations().get(i);
            List<String> used = new ArrayList<>(relation.getTerms());
            used.add(relation.getTotal());
            for (String name : used) {
                if (!names.contains(name)) {
                    problems.add("/relations/" + i, "there is no field " + name);
                }
            }
        }
        if (form.fiducials().size() < 3 && form.rigidLines().size() < 4) {
            problems.add("", "nothing to register the form by: give frames, lines, fiducials or printed combs");
        }
    }
}
