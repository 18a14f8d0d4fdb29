package io.penstock.app.broker;

import io.penstock.schema.topic.TopicLayout;
import java.nio.file.Path;
import java.util.Properties;

/** The properties of a Kafka node that is broker and controller for one user on one machine. */
final class BrokerProperties {

    static final String CONTROLLER = "CONTROLLER";
    static final String HOST = "127.0.0.1";
    static final int NODE_ID = 1;

    private BrokerProperties() {
    }

    /** Returns the properties of a node that keeps its data in a folder and listens on two ports of 127.0.0.1. */
    static Properties of(Path folder, int port, int controllerPort) {
        String maxBytes = Integer.toString(TopicLayout.DEFAULT_MAX_MESSAGE_BYTES);
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("listeners", "PLAINTEXT://" + HOST + ":" + port + "," + CONTROLLER + "://" + HOST + ":" + controllerPort);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        properties.put("log.dirs", folder.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("message.max.bytes", maxBytes);
        properties.put("replica.fetch.max.bytes", maxBytes);
        properties.put("socket.request.max.bytes", Integer.toString(2 * TopicLayout.DEFAULT_MAX_MESSAGE_BYTES));
        properties.put("group.initial.rebalance.delay.ms", "0");
        // One node: internal topics need neither copies nor many partitions.
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        // One user: the defaults are sized for a machine of its own (the cleaner alone takes 128 MiB of heap).
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
        properties.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        // Its only controller is itself: on a machine that is busy it must not think itself dead. KafkaNode ends the session of one that
        // was killed; where it can't, the new one outwaits it.
        properties.put("broker.session.timeout.ms", "120000");
        properties.put("initial.broker.registration.timeout.ms", "300000");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        return properties;
    }
}
