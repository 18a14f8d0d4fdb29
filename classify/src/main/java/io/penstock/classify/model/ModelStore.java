package io.penstock.classify.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.penstock.classify.model.ModelException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place where models lie: {@code HASH.zip} (weights), {@code HASH.json} (record), {@code NAME.ensemble.json}. Thread-safe.
 *
 * <p>Weights are checked against the hash in their name whenever they are read. A file is there as a whole or not at all, so a reader never
 * sees half of one; write networks before the ensemble that names them.
 */
public final class ModelStore {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String ENSEMBLE = ".ensemble.json";
    private static final String RECORD = ".json";
    private static final String WEIGHTS = ".zip";
    private static final Pattern NETWORK = Pattern.compile("([0-9a-f]{12})\\.(json|zip)");

    private final ModelPlace place;

    private ModelStore(ModelPlace place) {
        this.place = place;
    }

    /** Returns the store of the models that ship in this jar. */
    public static ModelStore shipped() {
        return new ModelStore(new ClassPathPlace());
    }

    /** Returns the store in a folder, which is made on the first write. */
    public static ModelStore in(Path folder) {
        return new ModelStore(new FolderPlace(folder));
    }

    /** Returns the names of its ensembles, sorted; none where the folder is not there. */
    public List<String> ensembles() {
        return names().filter(name -> name.endsWith(ENSEMBLE)).map(name -> name.substring(0, name.length() - ENSEMBLE.length())).sorted()
            .toList();
    }

    /** Returns the content hashes of all networks of which there is a record or weights, sorted; none where the folder is not there. */
    public List<String> networks() {
        return names().map(NETWORK::matcher).filter(Matcher::matches).map(name -> name.group(1)).distinct().sorted().toList();
    }

    /** Returns whether a model of this hash is here, with its record. */
    public boolean has(String hash) {
        return names().toList().containsAll(List.of(hash + WEIGHTS, hash + RECORD));
    }

    /** Returns the ensemble of a name. */
    public Ensemble ensemble(String name) {
        return json(name + ENSEMBLE, Ensemble.class);
    }

    /** Returns the content hash of an ensemble's file: another one whenever it has been published anew. */
    public ContentHash fingerprint(String name) {
        return ContentHash.of(read(name + ENSEMBLE));
    }

    /** Returns the record of a model. */
    public ModelRecord record(String hash) {
        return json(hash + RECORD, ModelRecord.class);
    }

    /** Returns the weights of a model, after their hash. */
    public byte[] weights(String hash) {
        byte[] content = read(hash + WEIGHTS);
        String actual = ContentHash.of(content).hex();
        if (!actual.equals(hash)) {
            throw new ModelException(Code.MODEL_ALTERED, hash + ".zip in " + place + " has the content hash " + actual
                + ": restore the file, or train again", null);
        }
        return content;
    }

    /** Returns the folder, or says that it is the shipped models. */
    @Override
    public String toString() {
        return place.toString();
    }

    /** Writes a model into a folder; whatever was there under the same hash is the same. */
    public static void write(Path folder, ModelRecord record, byte[] weights) {
        write(folder, record.hash() + WEIGHTS, weights);
        write(folder, record.hash() + RECORD, bytes(record));
    }

    /** Writes an ensemble into a folder, in place of one with the same name. */
    public static void write(Path folder, Ensemble ensemble) {
        write(folder, ensemble.name() + ENSEMBLE, bytes(ensemble));
    }

    private <T> T json(String name, Class<T> type) {
        try {
            return JSON.readValue(read(name), type);
        } catch (IOException e) {
            throw new ModelException(Code.MODEL_UNREADABLE, name + " in " + place + " is not a valid "
                + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private byte[] read(String name) {
        try (InputStream in = place.open(name)) {
            if (in == null) {
                throw new ModelException(Code.MODEL_NOT_FOUND, "no " + name + " in " + place
                    + (name.endsWith(ENSEMBLE) ? ": name an ensemble that is there, or another folder"
                    : ": restore the file, or train again"), null);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ModelException(Code.MODEL_NOT_FOUND, name + " in " + place + " cannot be read", e);
        }
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records are always JSON", e);
        }
    }

    private static void write(Path folder, String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path written = folder.resolve(name + "." + UUID.randomUUID() + ".part");
            try {
                Files.write(written, content);
                Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be written to " + folder, e);
        }
    }

    private Stream<String> names() {
        try {
            return place.names().stream();
        } catch (IOException e) {
            throw new ModelException(Code.MODEL_NOT_FOUND, place + " cannot be listed: check its permissions", e);
        }
    }
}
