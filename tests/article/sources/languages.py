"""Prose of many languages, written for these tests."""

ENGLISH = (
    "The reader shows two drafts side by side — and where they part, it says why. "
    "“Nothing is hidden,” she said; “what was moved is called moved.”\n"
    "An editor doesn’t read hunks or lists, it turns out, but paragraphs: two of them, "
    "level paragraph by level paragraph, in a terminal that was never made for it. "
    "The café was closed on Monday, so they met at the naïve painter’s house for £20 each."
)

PROSE = {
    "English": ENGLISH,
    "French": (
        "Les deux rédacteurs se sont retrouvés à l’hôtel, où l’été n’avait rien changé. "
        "« Ça suffit », répondit-elle, « il faut que la dernière phrase soit coupée. »\n"
        "Le garçon déçu posa la tasse près de la fenêtre – c’était déjà le soir – et s’en alla "
        "sans un mot vers la forêt voisine, là où naît le ruisseau."
    ),
    "German": (
        "Die Redakteurin strich den letzten Satz, weil er für die Leser überflüssig war. "
        "„Schöner wäre es“, sagte sie, „wenn das Gespräch früher endete.“\n"
        "Am Abend saßen sie vor dem Haus – müde, aber fröhlich – und hörten den Vögeln zu, "
        "während über den Dächern die Dämmerung heraufzog und die Straße leer wurde."
    ),
    "Spanish": (
        "El señor Muñoz leyó la última página y preguntó: “¿Quién escribió esto?” "
        "Nadie contestó; la mañana había empezado mal y el café estaba frío.\n"
        "Después, cuando volvió el niño con las cartas, todos comprendieron que la decisión "
        "ya se había tomado —sin ellos— en otra habitación. ¡Qué extraño país!"
    ),
    "Portuguese": (
        "A redação não publicou a notícia porque ninguém pôde confirmá-la até à noite. "
        "“Não é só uma questão de opinião”, disse a jornalista, “é também de razão.”\n"
        "As eleições, que começaram às oito, terminaram sem incidentes – mas a contagem "
        "avançou devagar e os cidadãos voltaram para casa sem saber quem ganhara."
    ),
    "Swedish": (
        "Hon läste brevet två gånger och lade det sedan på bordet bredvid lampan. "
        "”Vi måste åka hem före jul”, sade hon, ”annars blir det för sent.”\n"
        "Ute föll snön över gårdarna – tyst och långsamt – och på vägen hördes bara stegen av "
        "någon som också ville hem till sitt hus vid ån."
    ),
    "Czech": (
        "Příliš dlouhý článek se nakonec rozdělil na dvě části a každá měla vlastní nadpis. "
        "„To přece není možné,“ řekla redaktorka, „vždyť jsme ho četli společně.“\n"
        "Večer pak seděli u řeky, mlčeli a dívali se, jak se světla města odrážejí v tiché "
        "vodě; teprve později někdo začal vyprávět příběh, který už všichni znali."
    ),
    "Polish": (
        "Redaktorka przeczytała artykuł jeszcze raz i skreśliła ostatnie zdanie. "
        "„Właśnie tak będzie najlepiej” – powiedziała, chociaż nikt jej nie słuchał.\n"
        "Wieczorem usiedli nad rzeką, żeby odpocząć; światła miasta odbijały się w wodzie, "
        "a ktoś zaczął opowiadać historię, którą wszyscy już dawno znali na pamięć."
    ),
    "Russian": (
        "Редактор прочитала статью ещё раз и вычеркнула последнее предложение. "
        "«Так будет лучше, — сказала она, — иначе никто не поймёт, о чём речь».\n"
        "Вечером они сидели у реки и молчали; огни города отражались в тихой воде, "
        "и кто-то начал рассказывать историю, которую все давно знали наизусть."
    ),
    "Ukrainian": (
        "Редакторка ще раз прочитала статтю і викреслила останнє речення. "
        "«Так буде краще, — сказала вона, — інакше ніхто не зрозуміє, про що йдеться».\n"
        "Увечері вони сиділи біля річки й мовчали; вогні міста відбивалися у тихій воді, "
        "і хтось почав розповідати історію, яку всі давно знали напам’ять."
    ),
    "Greek": (
        "Η συντάκτρια διάβασε ξανά το άρθρο και έσβησε την τελευταία πρόταση. "
        "«Έτσι είναι καλύτερα», είπε, «αλλιώς κανείς δεν θα καταλάβει τίποτα».\n"
        "Το βράδυ κάθισαν δίπλα στο ποτάμι και σώπαιναν· τα φώτα της πόλης έλαμπαν στο νερό "
        "και κάποιος άρχισε να λέει μια ιστορία που όλοι ήξεραν από παλιά."
    ),
    "Turkish": (
        "Editör yazıyı bir kez daha okudu ve son cümleyi çizdi. "
        "“Böylesi daha iyi,” dedi, “yoksa kimse ne söylemek istediğimizi anlamayacak.”\n"
        "Akşamleyin ırmağın kıyısında oturup sustular; şehrin ışıkları suya vuruyordu ve biri "
        "herkesin çoktan bildiği bir öyküyü anlatmaya başladı."
    ),
    "Hebrew": (
        "העורכת קראה שוב את הכתבה ומחקה את המשפט האחרון. "
        "כך יהיה טוב יותר, אמרה, אחרת איש לא יבין על מה מדובר.\n"
        "בערב ישבו ליד הנהר ושתקו, אורות העיר השתקפו במים, ומישהו התחיל לספר סיפור "
        "שכולם כבר הכירו מזמן."
    ),
    "Arabic": (
        "قرأت المحررة المقال مرة أخرى وحذفت الجملة الأخيرة. "
        "قالت إن هذا أفضل، وإلا فلن يفهم أحد ما نريد أن نقوله.\n"
        "في المساء جلسوا قرب النهر صامتين، وكانت أضواء المدينة تنعكس على الماء، "
        "ثم بدأ أحدهم يروي حكاية يعرفها الجميع منذ زمن."
    ),
    "Japanese": (
        "編集者はもう一度記事を読み、最後の文を消した。"
        "「このほうがいい」と彼女は言った。「そうでなければ、だれにも意味がわからない」。\n"
        "夕方、みんなは川のそばにすわって黙っていた。町の明かりが静かな水にうつり、"
        "だれかが、みんなのよく知っている物語を話しはじめた。"
    ),
    "Chinese": (
        "编辑又读了一遍文章，删去了最后一句话。"
        "“这样更好，”她说，“不然谁也不明白我们想说什么。”\n"
        "晚上他们坐在河边，谁也不说话。城里的灯光映在平静的水面上，"
        "后来有人开始讲一个大家早已知道的故事。"
    ),
    "Taiwanese": (
        "編輯又讀了一遍文章，刪去了最後一句話。"
        "「這樣比較好，」她說，「不然誰也不明白我們想說什麼。」\n"
        "晚上他們坐在河邊，誰也不說話。城裡的燈光映在平靜的水面上，"
        "後來有人開始講一個大家早就知道的故事。"
    ),
    "Korean": (
        "편집자는 기사를 다시 한 번 읽고 마지막 문장을 지웠다. "
        "그녀는 이렇게 하는 것이 더 낫다고 말했다. 그러지 않으면 아무도 뜻을 알 수 없다고 했다.\n"
        "저녁에 그들은 강가에 앉아 말없이 있었다. 도시의 불빛이 고요한 물에 비쳤고, "
        "누군가가 모두 오래전부터 알고 있던 이야기를 하기 시작했다."
    ),
}
"""One text for each language, of two paragraphs with the signs that its typography has."""
