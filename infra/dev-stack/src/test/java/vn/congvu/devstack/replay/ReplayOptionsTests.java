package vn.congvu.devstack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congvu.devstack.replay.ReplayOptions.Play;
import vn.congvu.devstack.replay.ReplayOptions.WriteDirectory;

class ReplayOptionsTests {
    @Test
    void playsEverythingUnlessLimited() {
        assertThat(parse("--gateway http://a:1 --world http://b:2"))
                .isEqualTo(new Play(URI.create("http://a:1"), URI.create("http://b:2"), Integer.MAX_VALUE));
        assertThat(parse("--limit 200 --gateway http://a:1 --world http://b:2"))
                .isInstanceOfSatisfying(
                        Play.class, play -> assertThat(play.limit()).isEqualTo(200));
    }

    @Test
    void writesTheDirectoryOnly() {
        assertThat(parse("--write-directory /d/city")).isEqualTo(new WriteDirectory(Path.of("/d/city")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--gateway http://a:1",
                "--limit 0 --gateway http://a:1 --world http://b:2",
                "--limit many",
                "--gateway localhost --world http://b:2",
                "--faster",
                "--world"
            })
    void saysWhatIsWrong(String arguments) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
    }

    private static ReplayOptions parse(String arguments) {
        return ReplayOptions.parse(List.of(arguments.split(" ")));
    }
}
