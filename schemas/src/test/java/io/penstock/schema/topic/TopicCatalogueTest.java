package io.penstock.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.schema.topic.Topic.Cleanup;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

    private final TopicCatalogue topics = TopicCatalogue.standard();

    @Test
    void namesAreThoseOfTheDesign() {
        assertThat(topics.all()).extracting(Topic::name).containsExactly("penstock.documents", "penstock.announcements",
            "penstock.pages", "penstock.glyphs", "penstock.readings", "penstock.numbers", "penstock.results", "penstock.reviews",
            "penstock.corrections", "penstock.leases", "penstock.decisions",
            "penstock.forms", "penstock.dead-letters", "penstock.schemas");
    }

    @Test
    void aTopicIsFoundByShortAndFullName() {
        assertThat(topics.find("dead-letters")).contains(topics.deadLetters());
        assertThat(topics.find("penstock.dead-letters")).contains(topics.deadLetters());
        assertThat(topics.find("nothing")).isEmpty();
    }

    @Test
    void prefixesKeepPipelinesApart() {
        assertThat(TopicCatalogue.withPrefix("test-", 1024).documents().name()).isEqualTo("test-documents");
    }

    @Test
    void formsAndSchemasAreKeptForEverInOnePartition() {
        assertThat(topics.all()).filteredOn(topic -> topic.cleanup() == Cleanup.COMPACT_ALL).extracting(Topic::shortName)
            .containsExactly("forms", "schemas");
        NewTopic forms = topics.forms().create(TopicLayout.singleBroker(8));
        assertThat(forms.numPartitions()).isEqualTo(1);
        assertThat(forms.configs()).containsEntry("cleanup.policy", "compact").containsEntry("retention.ms", "-1");
    }

    @Test
    void reviewsAreKeptUntilTheyAreAnswered() {
        NewTopic reviews = topics.reviews().create(TopicLayout.singleBroker(8));
        assertThat(reviews.numPartitions()).isEqualTo(8);
        assertThat(reviews.configs()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void otherTopicsHaveTheLayoutsPartitionsRetentionAndMessageSize() {
        NewTopic pages = topics.pages().create(new TopicLayout(8, (short) 3, 5_000_000, Duration.ofHours(2), Duration.ofDays(3)));
        assertThat(pages.numPartitions()).isEqualTo(8);
        assertThat(pages.replicationFactor()).isEqualTo((short) 3);
        assertThat(pages.configs()).isEqualTo(Map.of("cleanup.policy", "delete", "retention.ms", "7200000", "max.message.bytes",
            "5000000", "min.insync.replicas", "2", "message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void aLayoutThatNoBrokerTakesIsRefused() {
        assertThatThrownBy(() -> TopicLayout.singleBroker(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
