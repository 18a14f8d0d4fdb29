package io.penstock.segment;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.FormParser;
import io.penstock.segment.form.InvalidFormException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parsed form definitions of the global store; each text is parsed once. Not thread-safe. */
final class FormLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(FormLibrary.class);

    private final ReadOnlyKeyValueStore<String, String> store;
    private final FormParser parser = new FormParser();
    private final Map<String, Optional<FormDefinition>> parsed = new HashMap<>();

    FormLibrary(ReadOnlyKeyValueStore<String, String> store) {
        this.store = store;
    }

    /** Returns the definitions as they are now; one that cannot be used is logged once and left out. */
    Collection<FormDefinition> current() {
        List<FormDefinition> forms = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        try (KeyValueIterator<String, String> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, String> entry = all.next();
                texts.add(entry.value);
                parsed.computeIfAbsent(entry.value, text -> parse(entry.key, text)).ifPresent(forms::add);
            }
        }
        parsed.keySet().retainAll(texts);
        return forms;
    }

    private Optional<FormDefinition> parse(String name, String yaml) {
        try {
            return Optional.of(parser.parse(name, yaml));
        } catch (InvalidFormException e) {
            LOG.error("form definition {} is left out: {}", name, e.getMessage());
            return Optional.empty();
        }
    }
}
