package dev.daybook.console.page;

import dev.daybook.console.web.Answer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates, which the build has compiled; everything that they write is escaped. */
final class Templates {

    private static final String PACKAGE = "dev.daybook.console.template";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    /** A page of a template whose only parameter is the model. */
    String render(String template, Object model) {
        StringOutput out = new StringOutput(1 << 14);
        engine.render(template + ".jte", model, out);
        return out.toString();
    }

    Answer html(String template, Object model) {
        return Answer.html(render(template, model));
    }
}
