import { expect, test } from '@playwright/test';
import { enter, Shop } from './weir';

/** What runs code in pages that take text for markup. Each calls `alert`, or sets `hacked`. */
const HOSTILE = [
  '<script>hacked=1</script>',
  '<img src=x onerror=hacked=1>',
  '<svg onload=hacked=1>',
  '<svg><animate onbegin=hacked=1 attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.hacked=1</script>">',
  '<a href="javascript:hacked=1">click</a>',
  '[click](javascript:hacked=1)',
  '[click](JaVaScRiPt:hacked=1)',
  '![x](x"onerror="hacked=1)',
  '<details open ontoggle=hacked=1>',
  '<math><mtext></p><img src=x onerror=hacked=1>',
  '"><img src=x onerror=hacked=1>',
  "' autofocus onfocus=hacked=1 x='",
  '</title><script>hacked=1</script>',
  '</script><script>hacked=1</script>',
  '{{constructor.constructor("hacked=1")()}}',
  '${hacked=1}',
  '`-hacked=1-`',
  '<style>@import "//evil.example/x.css";</style>',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<form action=//evil.example><button>ok',
  '<object data="javascript:hacked=1">',
  '\u001b]8;;javascript:hacked=1\u0007link\u001b]8;;\u0007',
  '\u202egnp.exe',
  '&lt;img src=x onerror=hacked=1&gt;',
];
const PLACES = ['/', '/lineage', '/assets', '/assets/hostile', '/assets/hostile?tab=data', '/assets/rejected', '/assets/rejected?tab=data',
  '/checks', '/runs', '/runs/latest', '/launch?sel=hostile', '/settings', '/partitions', '/assets?q=%3Cimg%20src=x%20onerror=hacked=1%3E'];

let shop: Shop;
let link: string;

test.beforeAll(async () => {
  shop = new Shop();
  const literals = HOSTILE.map((text) => JSON.stringify(text)).join(',\n        ');
  const all = JSON.stringify(HOSTILE.join(' '));
  shop.write(
    'Shop.java',
    `record Line(String text) {}

    @Assets(group = ${JSON.stringify(HOSTILE[1])}, owners = ${JSON.stringify(HOSTILE[2])})
    class Hostile {
        static final List<String> TEXTS = List.of(
        ${literals});

        @Asset(description = ${all}, kinds = ${JSON.stringify(HOSTILE[0])}, tags = ${JSON.stringify(`tag=${HOSTILE[1]}`)})
        Output<List<Line>> hostile(Log log) {
            TEXTS.forEach(log::info);
            return Output.of(TEXTS.stream().map(Line::new).toList()).with("remark", TEXTS.get(1)).with(TEXTS.get(2), 1);
        }

        @Asset @AcceptedValues(column = "text", value = ${JSON.stringify(HOSTILE[1])})
        List<Line> rejected() { return TEXTS.stream().map(Line::new).toList(); }

        @Check(${JSON.stringify(HOSTILE[1])})
        CheckResult custom(List<Line> rejected) { return CheckResult.of(false).with("remark", TEXTS.get(3)).sample(Map.of("text", TEXTS.get(1))); }

        @Asset int fails() { throw new IllegalStateException(String.join(" ", TEXTS)); }
    }
    `,
  );
  const made = await shop.weir('materialize');
  expect(made.status, made.said).toBe(1);
  link = await shop.serve();
});

test.afterAll(() => shop.close());

test('no text of a project is taken for markup or for code, wherever it stands', async ({ page }) => {
  const complaints: string[] = [];
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => message.text().includes('Security Policy') && complaints.push(`${page.url()}: ${message.text()}`));
  page.on('request', (request) => new URL(request.url()).origin !== new URL(link).origin && complaints.push(`asked elsewhere: ${request.url()}`));
  await enter(page, link);

  for (const place of PLACES) {
    await test.step(place, async () => {
      await page.goto(new URL(place, link).href);
      await expect(page.getByRole('main')).toBeVisible();
      await expect(page.locator('.loading')).toHaveCount(0);
      for (const dangerous of await page.locator('a[href^="javascript" i], main iframe, main object, main base, main img[src="x"], main script').all()) {
        complaints.push(`${place} has made ${await dangerous.evaluate((element) => element.outerHTML)}`);
      }
      expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    });
  }

  await page.goto(new URL('/assets/hostile?tab=data', link).href);
  await expect(page.getByText('<img src=x onerror=hacked=1>').first()).toBeVisible();
  await page.goto(new URL('/runs/latest', link).href);
  await expect(page.getByText('<script>hacked=1</script>').first()).toBeVisible();
  expect(complaints).toEqual([]);
});
