package io.penstock.train.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.penstock.train.run.TrainException;
import io.penstock.train.run.TrainException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which networks are trained how, and which ensembles are made of them.
 *
 * @param networks  at least one group; names of networks differ
 * @param ensembles made when all networks are there; may be empty
 */
public record Recipe(List<NetworkGroup> networks, List<EnsemblePlan> ensembles) {

    private static final YAMLMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{12}");

    /** Names of the recipes that ship. */
    public static final List<String> SHIPPED = List.of("seed-rows", "shipped");

    /** Rejects a recipe whose names do not fit together. */
    public Recipe {
        ensembles = ensembles == null ? List.of() : ensembles;
        if (networks == null || networks.isEmpty()) {
            throw new IllegalArgumentException("a recipe needs networks");
        }
        Set<String> names = new HashSet<>();
        networks.stream().flatMap(group -> group.networks().stream()).filter(name -> !names.add(name)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("there are two networks " + twice);
        });
        for (int i = 0; i < networks.size(); i++) {
            String from = networks.get(i).from();
            if (from != null && !HASH.matcher(from).matches() && !resolve(networks.subList(0, i), from).equals(List.of(from))) {
                throw new IllegalArgumentException(networks.get(i).name() + " must begin with one network, such as " + from + "-1");
            }
        }
        for (EnsemblePlan ensemble : ensembles) {
            ensemble.members().forEach(member -> resolve(networks, member));
            ensemble.lines().forEach(line -> resolve(networks, line));
            if (ensemble.gate() != null && resolve(networks, ensemble.gate()).size() != 1) {
                throw new IllegalArgumentException("the gate of " + ensemble.name() + " must be one network, such as " + ensemble.gate()
                    + "-1");
            }
        }
    }

    /**
     * Returns the recipe of a name, or of a file.
     *
     * @throws TrainException with {@code RECIPE_NOT_FOUND} or {@code RECIPE_INVALID}
     */
    public static Recipe named(String nameOrFile) {
        try (InputStream shipped = SHIPPED.contains(nameOrFile) ? Recipe.class.getResourceAsStream(nameOrFile + ".yaml") : null) {
            if (shipped != null) {
                return parse(nameOrFile, new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
            }
            Path file = Path.of(nameOrFile);
            if (!Files.isRegularFile(file)) {
                throw new TrainException(Code.RECIPE_NOT_FOUND, "there is no recipe and no file " + nameOrFile + ": give "
                    + String.join(", ", SHIPPED) + " or a YAML file");
            }
            return parse(nameOrFile, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("recipe " + nameOrFile + " cannot be read", e);
        }
    }

    /** Reads a recipe; {@code source} is what messages call it. */
    static Recipe parse(String source, String yaml) {
        try {
            Recipe recipe = YAML.readValue(yaml, Recipe.class);
            if (recipe == null) {
                throw new TrainException(Code.RECIPE_INVALID, source + " is empty");
            }
            return recipe;
        } catch (UnrecognizedPropertyException e) {
            throw invalid(source, e, "there is no key " + e.getPropertyName() + ": " + e.getKnownPropertyIds());
        } catch (JsonProcessingException e) {
            throw invalid(source, e, e.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : e.getOriginalMessage());
        }
    }

    /**
     * Returns the networks that a name of a network or group stands for.
     *
     * @throws IllegalArgumentException where it stands for none
     */
    public List<String> resolve(String name) {
        return resolve(networks, name);
    }

    /** Returns whether a network is called so. */
    boolean holds(String network) {
        return networks.stream().anyMatch(group -> group.networks().contains(network));
    }

    private static List<String> resolve(List<NetworkGroup> groups, String name) {
        return groups.stream().map(group -> group.name().equals(name) ? group.networks()
                : group.networks().stream().filter(name::equals).toList()).filter(found -> !found.isEmpty()).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no network " + name + ": "
                + groups.stream().map(NetworkGroup::name).toList()));
    }

    private static TrainException invalid(String source, JsonProcessingException e, String message) {
        StringBuilder path = new StringBuilder();
        if (e instanceof JsonMappingException mapping) {
            mapping.getPath().forEach(step -> path.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "."
                + step.getFieldName()));
        }
        String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
        String at = path.isEmpty() ? "" : " at " + path.substring(path.charAt(0) == '.' ? 1 : 0);
        return new TrainException(Code.RECIPE_INVALID, source + line + at + ": " + message, e);
    }
}
