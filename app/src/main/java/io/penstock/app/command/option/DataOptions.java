package io.penstock.app.command.option;

import io.penstock.app.output.Terminal;
import io.penstock.train.data.DataFolder;
import io.penstock.train.data.DownloadCache;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the public digit sets are, and where MNIST is fetched from when it is not there. */
public final class DataOptions {

    @Option(names = "--data", paramLabel = "DIR",
        description = "Folder of the public digit sets; default: PENSTOCK_DATA, then ../shared/data. MNIST is also looked for in the "
            + "cache, below XDG_CACHE_HOME or ~/.cache, and downloaded to it.")
    private Path data;

    @Option(names = "--mirror", paramLabel = "URL", arity = "1..*",
        description = "Addresses that MNIST's four .gz files are downloaded from, tried in order; default: PENSTOCK_MIRRORS, then "
            + "public ones.")
    private List<URI> mirrors = List.of();

    /**
     * Returns the folder, with the user's cache.
     *
     * @throws io.penstock.synth.digit.DataSetException where a mirror is no address
     */
    public DataFolder folder() {
        return DataFolder.locate(data, DownloadCache.of(System.getenv(), mirrors, new FetchProgress(Terminal.ofLauncher(), System.err)));
    }
}
