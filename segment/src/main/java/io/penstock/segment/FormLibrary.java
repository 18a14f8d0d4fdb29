package io.penstock.segment;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.FormParser;
import io.penstock.segment.form.InvalidFormException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The form definitions on their way from the global store to where pages are read: as texts among the settings of the work. */
final class FormLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(FormLibrary.class);
    private static final String PREFIX = "form:";

    private FormLibrary() {
    }

    /** Returns settings with the definitions that a store holds now. */
    static Map<String, String> with(Map<String, String> settings, ReadOnlyKeyValueStore<String, String> store) {
        Map<String, String> setup = new TreeMap<>(settings);
        try (KeyValueIterator<String, String> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, String> entry = all.next();
                setup.put(PREFIX + entry.key, entry.value);
            }
        }
        return setup;
    }

    /** Returns the definitions among settings, in the order of their names; one that cannot be used is logged and left out. */
    static List<FormDefinition> of(Map<String, String> setup) {
        FormParser parser = new FormParser();
        List<FormDefinition> forms = new ArrayList<>();
        new TreeMap<>(setup).forEach((name, text) -> {
            if (name.startsWith(PREFIX)) {
                parse(parser, name.substring(PREFIX.length()), text, forms);
            }
        });
        return forms;
    }

    private static void parse(FormParser parser, String name, String yaml, List<FormDefinition> forms) {
        try {
            forms.add(parser.parse(name, yaml));
        } catch (InvalidFormException e) {
            LOG.error("form definition {} is left out: {}", name, e.getMessage());
        }
    }
}
