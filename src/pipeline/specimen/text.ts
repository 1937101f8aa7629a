// The text of the specimen: every block of the source format once, in the words of those who look at it.

/** Front matter and body by language; other languages have the English one. */
export interface SpecimenText {
  readonly title: string
  readonly readers: string
  readonly term: readonly [string, string]
  /** Names of what a gallery shows. */
  readonly largePrint: string
  readonly grey: string
  readonly body: string
}

export const specimenTexts: Readonly<Record<string, SpecimenText>> = {
  en: {
    title: 'Every block',
    largePrint: 'large print',
    grey: 'without color',
    readers: 'the person who approves the brand',
    term: ['pulse', 'how often the heart beats in a minute'],
    body: `
:::main-message
The main message stands first. It says in one or two sentences what matters most.
:::

## Words and lists

Plain words come first, and **a few words must be seen**. This is [a link](https://example.org), and this is a
:term[pulse] with its meaning.:cite[one] Some words have a footnote.[^1]

### A part of a section

- A bullet list has a few short items.
- This is the second of them.
- A longer item runs on to the next line, so that one can see how its lines stand below one another.

1. A numbered list counts.
2. This is the second step.

> A quotation is set off by a line.

## Boxes

:::note[When all is well]
A note tells something good to know.
:::

:::warning[Do not stop at once]
A warning tells of a danger, and what to do.
:::

## A table

| Sign | How it looks | What to do |
|---|---|---|
| Mild | A little red | Keep it clean |
| Severe | Hot and swollen | Call now |

## Pictures

::icon-array{count=7 of=100 label="people have this effect"}

![A hill beside a lake](specimen.svg "A caption says what the picture shows.")

::qr[Read more]{to="https://example.org/more"}

## To fill in

:::checklist[Before the visit]
- [ ] Bring your medicines.
- [x] This one is done.
:::

::blank[Your next visit]

:::write[Notes]{lines=2}
:::

:::actions
1. A first step that the reader can take.
2. A second step.
:::

:::unknown
- Some things are not known, and this says so.
:::

:::get-help[Call 911 right away if]{emergency}
- you cannot breathe well
- your chest hurts
:::

:::get-help[Call your clinic if]
- you are not better in two days
- you have a question
:::

:::ask
- What should I do first?
:::

[^1]: A footnote stands at the end.
`,
  },
  es: {
    title: 'Todos los bloques',
    largePrint: 'letra grande',
    grey: 'sin color',
    readers: 'quien aprueba la imagen de la organización',
    term: ['pulso', 'cuántas veces late el corazón en un minuto'],
    body: `
:::main-message
El mensaje principal va primero. Dice en una o dos frases lo que más importa.
:::

## Palabras y listas

Primero van las palabras sencillas, y **unas pocas deben verse**. Esto es [un enlace](https://example.org), y esto es el
:term[pulso] con su significado.:cite[one] Algunas palabras tienen una nota.[^1]

### Una parte de una sección

- Una lista tiene pocos elementos cortos.
- Este es el segundo.
- Un elemento más largo sigue en la línea de abajo, para que se vea cómo quedan sus líneas una debajo de otra.

1. Una lista numerada cuenta.
2. Este es el segundo paso.

> Una cita se separa con una línea.

## Recuadros

:::note[Cuando todo va bien]
Una nota dice algo que conviene saber.
:::

:::warning[No lo deje de golpe]
Una advertencia habla de un peligro y dice qué hacer.
:::

## Una tabla

| Señal | Cómo se ve | Qué hacer |
|---|---|---|
| Leve | Un poco rojo | Mantenga limpio |
| Grave | Caliente e hinchado | Llame ahora |

## Imágenes

::icon-array{count=7 of=100 label="personas tienen este efecto"}

![Una colina junto a un lago](specimen.svg "El pie dice lo que muestra la imagen.")

::qr[Lea más]{to="https://example.org/more"}

## Para llenar

:::checklist[Antes de la visita]
- [ ] Traiga sus medicinas.
- [x] Esta ya está.
:::

::blank[Su próxima visita]

:::write[Notas]{lines=2}
:::

:::actions
1. Un primer paso que el lector puede dar.
2. Un segundo paso.
:::

:::unknown
- Algunas cosas no se saben, y aquí se dice.
:::

:::get-help[Llame al 911 de inmediato si]{emergency}
- no puede respirar bien
- le duele el pecho
:::

:::get-help[Llame a su clínica si]
- no mejora en dos días
- tiene una pregunta
:::

:::ask
- ¿Qué debo hacer primero?
:::

[^1]: La nota va al final.
`,
  },
  ar: {
    title: 'كل العناصر',
    largePrint: 'حروف كبيرة',
    grey: 'بلا ألوان',
    readers: 'من يوافق على مظهر المؤسسة',
    term: ['النبض', 'عدد دقات القلب في الدقيقة'],
    body: `
:::main-message
تأتي الرسالة الأهم أولًا. وهي تقول أهم ما في الورقة في جملة أو جملتين.
:::

## الكلمات والقوائم

تأتي الكلمات السهلة أولًا، و**بعضها يجب أن يُرى**. هذا [رابط](https://example.org)، وهذا هو :term[النبض] مع معناه.:cite[one] ولبعض الكلمات حاشية.[^1]

### جزء من قسم

- في القائمة بنود قليلة قصيرة.
- هذا هو البند الثاني.
- البند الأطول يكمل في السطر التالي، حتى يرى القارئ كيف تقف سطوره بعضها تحت بعض في الصفحة.

1. القائمة المرقمة تعدّ.
2. هذه هي الخطوة الثانية.

> الاقتباس يفصله خط عن غيره.

## المربعات

:::note[عندما يكون كل شيء بخير]
الملاحظة تقول شيئًا تحسن معرفته.
:::

:::warning[لا تتوقف فجأة]
التحذير يتكلم عن خطر، ويقول ماذا تفعل.
:::

## جدول

| العلامة | شكلها | ماذا تفعل |
|---|---|---|
| خفيفة | احمرار قليل | حافظ على النظافة |
| شديدة | سخونة وتورم | اتصل الآن |

## الصور

::icon-array{count=7 of=100 label="يحدث لهم هذا الأثر"}

![تل بجانب بحيرة](specimen.svg "التعليق يقول ما في الصورة.")

::qr[اقرأ المزيد]{to="https://example.org/more"}

## للكتابة

:::checklist[قبل الزيارة]
- [ ] أحضر أدويتك.
- [x] هذا البند تم.
:::

::blank[زيارتك القادمة]

:::write[ملاحظات]{lines=2}
:::

:::actions
1. خطوة أولى يمكن أن يقوم بها القارئ.
2. خطوة ثانية.
:::

:::unknown
- بعض الأمور غير معروفة، وهنا نقول ذلك.
:::

:::get-help[اتصل بالرقم 911 فورًا إذا]{emergency}
- لم تستطع التنفس جيدًا
- شعرت بألم في صدرك
:::

:::get-help[اتصل بعيادتك إذا]
- لم تتحسن خلال يومين
- كان لديك سؤال
:::

:::ask
- ماذا أفعل أولًا؟
:::

[^1]: الحاشية تقف في النهاية.
`,
  },
}

/** The picture of the specimen. */
export const specimenPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80" viewBox="0 0 240 80">' +
  '<path d="M0 60C50 10 90 10 130 50l30-20 80 40v10H0z" fill="#6b7f5a"/><path d="M0 66h240v14H0z" fill="#5f86a0"/></svg>'
