package io.penstock.schema.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden copies in the jar against the schemas that the code is generated from. */
class SchemaEvolutionTest {

    static List<String> versions() {
        return ShippedSchemas.names();
    }

    static List<String> records() {
        return versions().stream().map(SchemaEvolutionTest::record).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void todaysRecordsAreReadByEveryEarlierVersionAndEarlierOnesToday(String version) throws ReflectiveOperationException {
        Schema golden = ShippedSchemas.version(version);
        Schema current = current(record(version));

        assertThat(problems(current, golden)).as("records of %s can't be read any more", version).isEmpty();
        assertThat(problems(golden, current)).as("a reader that knows %s can't read today's records", version).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    @SuppressWarnings("deprecation") // its successor prints what Avro does not read
    void theStoreKnowsTodaysVersion(String record) throws ReflectiveOperationException {
        Schema current = current(record);
        String latest = versions().stream().filter(version -> record(version).equals(record)).reduce((first, second) -> second)
            .orElseThrow();

        assertThat(SchemaNormalization.parsingFingerprint64(ShippedSchemas.version(latest)))
            .as("%s has changed: add its schema as the next version beside %s.avsc and to the index:%n%s", record, latest,
                current.toString(true))
            .isEqualTo(SchemaNormalization.parsingFingerprint64(current));
    }

    @Test
    void aChangeThatOldReadersCannotReadIsNoticed() {
        Schema before = SchemaBuilder.record("R").fields().requiredString("a").endRecord();
        Schema mandatoryFieldAdded = SchemaBuilder.record("R").fields().requiredString("a").requiredInt("b").endRecord();
        Schema mandatoryFieldRemoved = SchemaBuilder.record("R").fields().endRecord();

        assertThat(problems(mandatoryFieldAdded, before)).isNotEmpty();
        assertThat(problems(before, mandatoryFieldRemoved)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordFieldAndEnumIsDocumented(String record) throws ReflectiveOperationException {
        Set<String> undocumented = new HashSet<>();
        collectUndocumented(current(record), undocumented, new HashSet<>());
        assertThat(undocumented).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyEnumHasADefaultSoThatNewSymbolsDoNotBreakOldReaders(String record) throws ReflectiveOperationException {
        Set<Schema> enums = new HashSet<>();
        collectEnums(current(record), enums, new HashSet<>());
        assertThat(enums).allSatisfy(type -> assertThat(type.getEnumDefault()).as(type.getName()).isNotNull());
    }

    private static String record(String version) {
        return version.substring(0, version.lastIndexOf('-'));
    }

    private static Schema current(String record) throws ReflectiveOperationException {
        try {
            return (Schema) Class.forName("io.penstock.schema." + record).getMethod("getClassSchema").invoke(null);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<?> problems(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return result.getType() == SchemaCompatibilityType.COMPATIBLE ? List.of() : result.getResult().getIncompatibilities();
    }

    private static void collectUndocumented(Schema schema, Set<String> found, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return;
        }
        if ((schema.getType() == Schema.Type.RECORD || schema.getType() == Schema.Type.ENUM) && isBlank(schema.getDoc())) {
            found.add(schema.getFullName());
        }
        if (schema.getType() == Schema.Type.RECORD) {
            schema.getFields().stream().filter(field -> isBlank(field.doc()))
                .forEach(field -> found.add(schema.getName() + "." + field.name()));
        }
        children(schema).forEach(child -> collectUndocumented(child, found, seen));
    }

    private static void collectEnums(Schema schema, Set<Schema> found, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return;
        }
        if (schema.getType() == Schema.Type.ENUM) {
            found.add(schema);
        }
        children(schema).forEach(child -> collectEnums(child, found, seen));
    }

    private static Stream<Schema> children(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().map(Schema.Field::schema);
            case ARRAY -> Stream.of(schema.getElementType());
            case MAP -> Stream.of(schema.getValueType());
            case UNION -> schema.getTypes().stream();
            default -> Stream.empty();
        };
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
