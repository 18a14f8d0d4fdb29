package io.penstock.sink.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The risk contracts in some files, read anew when a file has changed: a new model and its contract come into force without a restart.
 *
 * <p>What can't be used is logged once, and the contracts that were in force stay. Thread-safe.
 */
public final class WatchedContracts implements Supplier<List<RiskContract>> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedContracts.class);

    private final List<Path> files;
    private final Duration interval;
    private final RiskContractFile format = new RiskContractFile();
    private List<RiskContract> inForce;
    private List<String> seen;
    private long looked = System.nanoTime();

    /**
     * Reads the contracts and begins to watch their files.
     *
     * @param interval time between looks at the files
     * @throws RiskContractException where one cannot be used
     */
    public WatchedContracts(List<Path> files, Duration interval) {
        this.files = List.copyOf(files);
        this.interval = interval;
        seen = stamps();
        inForce = read();
    }

    @Override
    public synchronized List<RiskContract> get() {
        long now = System.nanoTime();
        if (!files.isEmpty() && now - looked >= interval.toNanos()) {
            looked = now;
            look();
        }
        return inForce;
    }

    private void look() {
        List<String> stamps = stamps();
        if (stamps.equals(seen)) {
            return;
        }
        seen = stamps;
        try {
            inForce = read();
            LOG.info("risk contracts in force: {}", inForce.stream().map(RiskContract::version).toList());
        } catch (RiskContractException e) {
            LOG.error("the risk contracts stay as they were: {}", e.getMessage());
        }
    }

    private List<RiskContract> read() {
        return files.stream().map(format::read).toList();
    }

    private List<String> stamps() {
        return files.stream().map(WatchedContracts::stamp).toList();
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "";
        }
    }
}
