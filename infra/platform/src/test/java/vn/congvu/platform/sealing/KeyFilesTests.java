package vn.congvu.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congvu.platform.testing.TestKeySet;

class KeyFilesTests {
    private static final byte[] WORDS = "Một người dân".getBytes(StandardCharsets.UTF_8);

    private final TestKeySet keys = TestKeySet.create();
    private final PublicSealer sealer = keys.sealer();
    private final PrivateOpener opener = keys.opener();

    @Test
    void opensWithThePrivateKeyWhatWasSealedForIt() {
        assertThat(opener.open(sealer.seal(WORDS, "one"), "one")).isEqualTo(WORDS);
        assertThat(sealer.seal(WORDS, "one")).isNotEqualTo(sealer.seal(WORDS, "one"));
    }

    @Test
    void refusesAnotherContextAnotherKeyAndWhatWasChanged() {
        var sealed = sealer.seal(WORDS, "one");

        assertThatThrownBy(() -> opener.open(sealed, "another")).isInstanceOf(CannotOpenException.class);
        assertThatThrownBy(() -> TestKeySet.create().opener().open(sealed, "one"))
                .isInstanceOf(CannotOpenException.class);
        assertThatThrownBy(() -> opener.open(sealed.substring(0, sealed.length() - 8), "one"))
                .isInstanceOf(CannotOpenException.class);
        assertThatThrownBy(() -> opener.open("no base64!", "one")).isInstanceOf(CannotOpenException.class);
    }

    @Test
    void afterARotationTheOldStillOpensAndTheNewSeals() {
        var before = sealer.seal(WORDS, "one");
        var rotated = keys.rotated();
        var after = rotated.sealer().seal(WORDS, "one");

        assertThat(rotated.opener().open(before, "one")).isEqualTo(WORDS);
        assertThat(rotated.opener().open(after, "one")).isEqualTo(WORDS);
        assertThatThrownBy(() -> opener.open(after, "one")).isInstanceOf(CannotOpenException.class);
    }

    @Test
    void takesKeysForTryingOutOnlyWhereThatWasSaid(@TempDir Path folder) throws Exception {
        var strict = new KeyFiles(false);

        assertThatThrownBy(() -> strict.sealer(keys.publicFile()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("made for trying out")
                .hasMessageContaining("keys.md");
        assertThatThrownBy(() -> strict.opener(keys.privateFile())).hasMessageContaining("made for trying out");

        var own = Files.writeString(
                folder.resolve("own.json"), Files.readString(keys.publicFile()).replaceFirst("\"tryOut\":true,", ""));
        assertThat(opener.open(strict.sealer(own).seal(WORDS, "one"), "one")).isEqualTo(WORDS);
    }

    @Test
    void whoSealsIsGivenNoPrivateKeyAndWhoOpensIs(@TempDir Path folder) throws Exception {
        var files = new KeyFiles(true);

        assertThatThrownBy(() -> files.sealer(keys.privateFile())).hasMessageContaining("no set of public keys");
        assertThatThrownBy(() -> files.opener(keys.publicFile())).hasMessageContaining("no set of private keys");
        var nonsense = Files.writeString(folder.resolve("nonsense.json"), "not JSON");
        assertThatThrownBy(() -> files.sealer(nonsense)).hasMessageContaining("no key set");
    }
}
