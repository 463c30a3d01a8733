package vn.congvu.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The pages speak two languages, and say everything in both. */
class WordsTests {
    private static final Pattern PLAIN_KEY = Pattern.compile("#\\{([a-z0-9.-]+)[}(]");

    @ParameterizedTest
    @ValueSource(strings = {"common", "citizen", "staff"})
    void bothLanguagesSayTheSame(String bundle) throws IOException {
        assertThat(words(bundle, "en").keySet()).isEqualTo(words(bundle, "vi").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "citizen", "staff"})
    void noWordIsEmptyOrBrokenOrDecomposed(String bundle) throws IOException {
        for (var language : new String[] {"vi", "en"}) {
            words(bundle, language).forEach((key, value) -> {
                var text = value.toString();
                assertThat(text).as(key.toString()).isNotBlank();
                assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                        .as(key.toString())
                        .isTrue();
                assertThat(text.contains("''") && !text.contains("{0}"))
                        .as("doubled apostrophe, shown as it stands: %s", key)
                        .isFalse();
                if (text.contains("{0}")) {
                    assertThat(MessageFormat.format(text, "filled", "in"))
                            .as(key.toString())
                            .contains("filled");
                }
            });
        }
    }

    @Test
    void everyKeyOfATemplateIsThere() throws IOException {
        var known = new TreeSet<String>();
        for (var bundle : new String[] {"common", "citizen", "staff"}) {
            words(bundle, "vi").keySet().forEach(key -> known.add(key.toString()));
        }
        var unknown = new ArrayList<String>();
        for (var template : new PathMatchingResourcePatternResolver().getResources("classpath:/templates/**/*.html")) {
            var keys = PLAIN_KEY.matcher(template.getContentAsString(UTF_8));
            while (keys.find()) {
                if (!known.contains(keys.group(1))) {
                    unknown.add(template.getFilename() + ": " + keys.group(1));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static Properties words(String bundle, String language) throws IOException {
        var words = new Properties();
        try (var in = new ClassPathResource("messages/" + bundle + "_" + language + ".properties").getInputStream()) {
            words.load(new InputStreamReader(in, UTF_8));
        }
        return words;
    }
}
