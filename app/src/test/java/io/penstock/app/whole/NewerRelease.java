package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.serde.ShippedSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.generic.GenericData;

/**
 * The schemas of a release that is not there yet: every number has a field more, {@value #FIELD}, and with it every record and every
 * state that holds numbers. Classes and store are made as the build makes them, for the front of a class path.
 */
final class NewerRelease {

    private static final String FIELD = "addedLater";
    private static final String VERSION = "-999";
    private static final Path STORE = Path.of("io", "penstock", "schema", "serde", "versions");

    private NewerRelease() {
    }

    /** Returns today's schema of a record as the newer release has it. */
    static Schema newer(Schema today) {
        String number = "\"name\":\"" + RecognizedNumber.class.getSimpleName() + "\"";
        String fields = "\"fields\":[";
        String json = today.toString();
        int at = json.indexOf(fields, json.indexOf(number)) + fields.length();
        assertThat(json).contains(number);
        return new Schema.Parser().parse(json.substring(0, at) + "{\"name\":\"" + FIELD
            + "\",\"type\":\"string\",\"doc\":\"Nobody knows.\",\"default\":\"later\"}," + json.substring(at));
    }

    /** Makes the classes and the store of schemas of the newer release in a folder. */
    static void make(Path folder) throws IOException {
        Path sources = folder.resolve("sources");
        Path store = Files.createDirectories(folder.resolve(STORE));
        List<String> names = new ArrayList<>(ShippedSchemas.names());
        Set<String> records = new HashSet<>();
        for (String name : ShippedSchemas.names()) {
            records.add(name.substring(0, name.lastIndexOf('-')));
            Files.writeString(store.resolve(name + ".avsc"), ShippedSchemas.version(name).toString());
        }
        for (String record : records) {
            Schema today = today(record);
            if (today.toString().contains("\"name\":\"RecognizedNumber\"")) {
                Schema newer = newer(today);
                Files.writeString(store.resolve(record + VERSION + ".avsc"), newer.toString());
                names.add(record + VERSION);
                compile(newer, sources);
            }
        }
        Files.write(store.resolve("index"), names);
        compile(sources, folder);
    }

    private static Schema today(String record) {
        try {
            return (Schema) Class.forName("io.penstock.schema." + record).getMethod("getClassSchema").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compile(Schema schema, Path sources) throws IOException {
        SpecificCompiler compiler = new SpecificCompiler(schema);
        compiler.setStringType(GenericData.StringType.String);
        compiler.setFieldVisibility(SpecificCompiler.FieldVisibility.PRIVATE);
        compiler.setCreateSetters(false);
        compiler.compileToDestination(null, sources.toFile());
    }

    private static void compile(Path sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-cp", System.getProperty("java.class.path"), "-d",
            classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new))).isZero();
    }
}
