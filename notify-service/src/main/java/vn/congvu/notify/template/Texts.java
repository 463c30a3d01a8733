package vn.congvu.notify.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Logic-less rendering: values are put in as they are and never read as template text. */
final class Texts {
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).defaultValue("");

    private Texts() {}

    /** @throws MustacheException if braces don't match */
    static Template compile(String text) {
        return COMPILER.compile(text);
    }

    static String render(String text, Map<String, String> values) {
        return compile(text).execute(values).strip();
    }

    /**
     * Every name the text mentions.
     *
     * @throws MustacheException if braces don't match
     */
    static Set<String> namesIn(String text) {
        var names = new TreeSet<String>();
        compile(text).visit(new Mustache.Visitor() {
            @Override
            public void visitText(String plain) {
                if (plain.contains("{{") || plain.contains("}}")) {
                    throw new MustacheException("a brace stands alone");
                }
            }

            @Override
            public void visitVariable(String name) {
                names.add(name);
            }

            @Override
            public boolean visitInclude(String name) {
                names.add("> " + name);
                return false;
            }

            @Override
            public boolean visitSection(String name) {
                names.add(name);
                return true;
            }

            @Override
            public boolean visitInvertedSection(String name) {
                names.add(name);
                return true;
            }
        });
        return names;
    }
}
