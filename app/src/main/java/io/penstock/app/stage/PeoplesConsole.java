package io.penstock.app.stage;

import io.javalin.util.JavalinBindException;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.InvalidSettingException;
import io.penstock.app.config.Settings;
import io.penstock.app.process.ProcessFailure;
import io.penstock.review.ReviewConfig;
import io.penstock.review.ReviewService;
import io.penstock.review.desk.DeskClients;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.sink.SinkConfig;
import org.apache.kafka.common.config.ConfigException;

/** Starts the console beside the stage that people work with. */
final class PeoplesConsole {

    private PeoplesConsole() {
    }

    /**
     * Starts it.
     *
     * @throws InvalidSettingException where other machines could reach it, or two people must agree, though nobody logs in
     * @throws ProcessFailure          where another listens on its port
     */
    static ReviewService start(ReviewService.Work work, TopicCatalogue topics, Settings settings, KafkaClients clients) {
        ReviewConfig config = ReviewConfig.of(settings.given());
        try {
            return ReviewService.start(config, topics, work,
                new DeskClients(clients::producer, clients::consumer, new StageLags(clients, settings),
                    new ConsoleReplay(clients, topics)),
                SinkConfig.of(settings.given()).decoder().windowStart());
        } catch (ConfigException e) {
            throw new InvalidSettingException(e.getMessage());
        } catch (JavalinBindException e) {
            throw new ProcessFailure(ProcessFailure.Code.PORT_IN_USE, "the review console can't listen on port " + config.http().port()
                + " of " + config.http().host() + " (" + e.getMessage() + "): stop what listens there, or choose another with "
                + "--set review.http.port=PORT", e);
        }
    }
}
