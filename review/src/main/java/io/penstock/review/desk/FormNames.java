package io.penstock.review.desk;

import io.penstock.schema.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** The names and versions of the forms that are registered, as they stand on their topic. */
final class FormNames {

    private static final Pattern VERSION = Pattern.compile("(?m)^version:\\s*[\"']?([^\"'\\s#]+)");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Topic<String> forms;
    private final RecordReader reader;

    FormNames(Topic<String> forms, RecordReader reader) {
        this.forms = forms;
        this.reader = reader;
    }

    /** Returns the version of each form by its name; empty text where its definition names none. */
    SortedMap<String, String> all() throws InterruptedException {
        SortedMap<String, String> versions = new TreeMap<>();
        Map<String, byte[]> newest = reader.newest(List.of(new TopicPartition(forms.name(), 0)), TIMEOUT);
        newest.forEach((name, yaml) -> versions.put(name, version(forms.values().deserializer().deserialize(forms.name(), yaml))));
        return versions;
    }

    private static String version(String yaml) {
        Matcher version = VERSION.matcher(yaml);
        return version.find() ? version.group(1) : "";
    }
}
