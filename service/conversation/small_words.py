"""Words that tell of no subject, in Danish and in English: they ask, help, point or begin."""

ASKING = frozenset(
    """hvad hvem hvor hvordan hvorfor hvornår hvilke hvilken hvilket hvis hvorhen hvorledes
        what who where how why when which whose whom""".split()
)
HELPING = frozenset(
    """er var har havde skal skulle kan kunne vil ville må måtte bør burde blev bliver blive
        blevet får fik gør gjorde gøre gælder gjaldt gælde is are was were has have had shall
        should can could will would may must does did do been be""".split()
)
# Also the verbs of follow-ups, which many subjects have.
THIN = (
    ASKING
    | HELPING
    | frozenset(
        """ad af alle alt altså at da de dem den denne der deres derfor det dets dette din disse
        du efter ej eller en end endnu er et for fra før først ham han hans hende hendes her
        hertil deraf dertil derom herom derpå hos hun i ifølge igen ikke ind inden ja jeg jer
        jo kun lige man med mellem men mere mest mig min mon mv nej nu nå når og også okay ok
        om op os over overhovedet pr på samt sammen selv siden sig sin sit som stadig
        stadigvæk så sådan tak til tit ud under var ved vel vi vores vær værsgo bagefter
        derefter herefter efterfølgende efterhånden fortsat endelig faktisk allerede altid
        aldrig blot bare helt hen henne herfra derfra hvorfra mange meget få færre flere
        fleste stor stort store lidt lang langt længe ofte dyr dyrt høj højt lav lavt hurtig
        hurtigt tid gang gange slet se gerne lov a about again also an and any as at but by
        else for from he her his in it its many more much no not of on or out please she so
        still than thanks that the their them then there these they this those to too up we
        with yes you long often far ske sker skete sket stå står stod sige siger sagde sagt
        mene mener mente menes komme kommer kom gå går gik lave laver lavet lavede betyde
        betyder betød ligge ligger lå findes fandt hedde hedder tage tager tog taget give
        giver gav kommet gået giv vis vise beslutte besluttes besluttet besluttede vedtaget
        vedtage vedtog godkendt godkendes godkende aftalt afgjort udskudt udsat afvist bestemt
        bestemmer bestemme enige enig gjort udfaldet afgørelsen indstillet indstilles anbefalet
        anbefales foreslået foreslås drøftet drøftes uddyb uddybe uddybes forklar
        forklare nærmere yderligere dansk engelsk danish english henvisning find finde læse
        læs skrive skriv kort kortere opsummer opsummere shorter read kilde kilder kilden
        elaborate explain details detaljer mean means happen happens happened decided decides
        decide approved adopted force valid apply applies source says said""".split()
    )
)
