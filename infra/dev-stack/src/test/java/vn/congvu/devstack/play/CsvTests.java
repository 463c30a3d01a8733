package vn.congvu.devstack.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTests {
    @Test
    void readsQuotedCommasQuotesAndLineBreaks() throws IOException {
        var rows = read("name,words\r\n\"Sở Văn hóa, Thể thao\",\"nói \"\"chờ\"\"\nrồi về\"\n");

        assertThat(rows).containsExactly(Map.of("name", "Sở Văn hóa, Thể thao", "words", "nói \"chờ\"\nrồi về"));
    }

    @Test
    void skipsByteOrderMarkAndEmptyLinesAndFillsShortRows() throws IOException {
        assertThat(read("\uFEFFa,b\n\n1\n")).containsExactly(Map.of("a", "1", "b", ""));
    }

    @Test
    void refusesAnOpenQuoteAndTooManyCells() {
        assertThatThrownBy(() -> read("a\n\"open")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("a\n1,2")).isInstanceOf(IOException.class);
    }

    @Test
    void writesWhatItReads() throws IOException {
        var line = Csv.line("a,b", "c\"d", "plain", 7);

        assertThat(read("1,2,3,4\n" + line).getFirst().values()).containsExactly("a,b", "c\"d", "plain", "7");
    }

    private static List<Map<String, String>> read(String text) throws IOException {
        return Csv.read(new StringReader(text));
    }
}
