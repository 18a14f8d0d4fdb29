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
import java.util.UUID;

/**
 * A place where models lie: {@code HASH.zip} (weights), {@code HASH.json} (record), {@code NAME.ensemble.json}. Thread-safe.
 *
 * <p>Weights are checked against the hash in their name whenever they are read. A file is there as a whole or not at all, so a reader never
 * sees half of one; write networks before the ensemble that names them.
 */
public final class ModelStore {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Place place;
    private final String description;

    private ModelStore(Place place, String description) {
        this.place = place;
        this.description = description;
    }

    /** Returns the store of the models that ship in this jar. */
    public static ModelStore shipped() {
        return new ModelStore(name -> ModelStore.class.getResourceAsStream("/models/" + name), "the shipped models");
    }

    /** Returns the store in a folder, which is made on the first write. */
    public static ModelStore in(Path folder) {
        return new ModelStore(name -> Files.exists(folder.resolve(name)) ? Files.newInputStream(folder.resolve(name)) : null,
            folder.toString());
    }

    /** Returns whether a model of this hash is here, with its record. */
    public boolean has(String hash) {
        return exists(hash + ".zip") && exists(hash + ".json");
    }

    /** Returns the ensemble of a name. */
    public Ensemble ensemble(String name) {
        return json(name + ".ensemble.json", Ensemble.class);
    }

    /** Returns the content hash of an ensemble's file: another one whenever it has been published anew. */
    public ContentHash fingerprint(String name) {
        return ContentHash.of(read(name + ".ensemble.json"));
    }

    /** Returns the record of a model. */
    public ModelRecord record(String hash) {
        return json(hash + ".json", ModelRecord.class);
    }

    /** Returns the weights of a model, after their hash. */
    public byte[] weights(String hash) {
        byte[] content = read(hash + ".zip");
        String actual = ContentHash.of(content).hex();
        if (!actual.equals(hash)) {
            throw new ModelException(Code.MODEL_ALTERED, hash + ".zip in " + description + " has the content hash " + actual
                + ": restore the file, or train again", null);
        }
        return content;
    }

    /** Writes a model into a folder; whatever was there under the same hash is the same. */
    public static void write(Path folder, ModelRecord record, byte[] weights) {
        write(folder, record.hash() + ".zip", weights);
        write(folder, record.hash() + ".json", bytes(record));
    }

    /** Writes an ensemble into a folder, in place of one with the same name. */
    public static void write(Path folder, Ensemble ensemble) {
        write(folder, ensemble.name() + ".ensemble.json", bytes(ensemble));
    }

    private <T> T json(String name, Class<T> type) {
        try {
            return JSON.readValue(read(name), type);
        } catch (IOException e) {
            throw new ModelException(Code.MODEL_UNREADABLE, name + " in " + description + " is not a valid "
                + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private boolean exists(String name) {
        try (InputStream in = place.open(name)) {
            return in != null;
        } catch (IOException e) {
            throw new ModelException(Code.MODEL_NOT_FOUND, name + " in " + description + " cannot be read", e);
        }
    }

    private byte[] read(String name) {
        try (InputStream in = place.open(name)) {
            if (in == null) {
                throw new ModelException(Code.MODEL_NOT_FOUND, "no " + name + " in " + description
                    + ": name an ensemble that is there, or another folder", null);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ModelException(Code.MODEL_NOT_FOUND, name + " in " + description + " cannot be read", e);
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

    /** Opens a file by name; null where there is none. */
    private interface Place {
        InputStream open(String name) throws IOException;
    }
}
