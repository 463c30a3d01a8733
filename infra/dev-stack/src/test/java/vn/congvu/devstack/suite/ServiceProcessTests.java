package vn.congvu.devstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServiceProcessTests {
    @Test
    void whoWaitsComesFirstHereAsInTheImage() throws IOException {
        var image = Files.readAllLines(Path.of("..", "image", "jvm.options"));

        assertThat(image).containsAll(ServiceProcess.PRIORITIES);
    }
}
