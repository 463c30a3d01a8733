package vn.congvu.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congvu.devstack.suite.CannotStart;
import vn.congvu.devstack.suite.Part;

class OptionsTests {
    @TempDir
    Path folder;

    @Test
    void keepsNothingAndUsesTheEmbeddedServersByDefault() {
        var options = Options.parse(List.of("--root", folder.toString()));
        assertThat(options.data()).isNull();
        assertThat(options.mongodb()).isNull();
        assertThat(options.rabbitmq()).isNull();
        assertThat(options.runDir()).isEqualTo(folder.resolve("infra/dev-stack/target/run"));
    }

    @Test
    void takesWhatIsAskedFor() {
        var options = Options.parse(List.of(
                "--data", folder.resolve("kept").toString(),
                "--mongodb", "mongodb://127.0.0.1/?replicaSet=rs0",
                "--rabbitmq", "amqp://guest:guest@127.0.0.1",
                "--start-at", "2026-03-02T07:30:00+07:00",
                "--ports", "gateway=9080,amqp=9673"));
        assertThat(options.data()).isEqualTo(folder.resolve("kept"));
        assertThat(options.mongodb()).isEqualTo("mongodb://127.0.0.1/?replicaSet=rs0");
        assertThat(options.startAt()).isEqualTo(Instant.parse("2026-03-02T00:30:00Z"));
        assertThat(options.ports()).containsEntry(Part.GATEWAY, 9080).containsEntry(Part.AMQP, 9673);
    }

    @Test
    void asksForNoSecondFactorUnlessTold() {
        assertThat(Options.parse(List.of()).mfa()).isFalse();
        assertThat(Options.parse(List.of("--mfa")).mfa()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--wat              | I don't know --wat",
                "--data             | --data needs a value",
                "--mongodb localhost| starts with mongodb:// or mongodb+srv://",
                "--rabbitmq http://h| starts with amqp:// or amqps://",
                "--ports web=1      | knows no part called web",
                "--ports gateway=0  | numbers from 1 to 65535",
                "--ports gateway    | numbers from 1 to 65535",
                "--province /nowhere| a folder with an agencies.csv",
                "--mfa --demo       | choose one of them",
                "--start-at today   | a time like 2026-03-02T07:30:00+07:00",
            })
    void saysInOneLineWhatIsWrong(String line, String said) {
        assertThatThrownBy(() -> Options.parse(List.of(line.strip().split(" "))))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        cannot -> assertThat(cannot.line()).contains(said).doesNotContain("\n"));
    }
}
