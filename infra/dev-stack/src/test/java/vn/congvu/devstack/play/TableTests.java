package vn.congvu.devstack.play;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TableTests {
    @Test
    void putsNumbersUnderEachOther() {
        var table = Table.of("agency", "late").row("Sở Xây dựng", 7).row("STC", 1204);

        assertThat(printed(table))
                .containsExactly("agency       late", "-----------------", "Sở Xây dựng     7", "STC          1204");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        assertThatThrownBy(() -> Table.of("a", "b").row(1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String[] printed(Table table) {
        var bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, UTF_8));
        return bytes.toString(UTF_8).split(System.lineSeparator());
    }
}
