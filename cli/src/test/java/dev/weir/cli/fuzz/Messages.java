package dev.weir.cli.fuzz;

import dev.weir.materializer.pipes.MessageFile;
import dev.weir.materializer.pipes.PipesMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a command reports.
final class Messages implements Target {

    private final Path path = Memory.folder().resolve("messages");

    @Override
    public List<byte[]> seeds() {
        return Target.texts("""
                {"__dagster_pipes_version": "0.1", "method": "opened", "params": {"extras": {}}}
                {"method": "log", "params": {"message": "hello", "level": "WARNING"}}
                {"method": "report_asset_materialization", "params": {"asset_key": "a/b", "data_version": "1", "metadata": {"rows": {"raw_value": 2, "type": "int"}, "x": [1]}}}
                {"method": "report_asset_check", "params": {"check_name": "c", "passed": true, "severity": "WARN", "metadata": {}}}
                {"method": "report_custom_message", "params": {"payload": {"weir_result": {"a": 1.5}}}}
                {"method": "closed", "params": {"exception": {"name": "ValueError", "message": "no", "stack": []}}}
                """, "{\"method\": \"log_external_stream\", \"params\": {\"text\": \"x\", \"stream\": \"stdout\"}}");
    }

    @Override
    public void take(byte[] input) throws IOException {
        Files.write(path, input);
        new MessageFile(path).readRest(new MessageFile.Reader() {
            @Override
            public void take(PipesMessage message) {
                if (message instanceof PipesMessage.Custom custom) {
                    custom.result();
                }
            }

            @Override
            public void malformed(String line, String why) {
                Target.refused(new IllegalArgumentException(why));
            }
        });
    }
}
