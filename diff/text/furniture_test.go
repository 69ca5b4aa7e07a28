package text_test

import (
	"strings"
	"testing"

	"wirediff/diff/text"
)

// lines that pages add, by language: none may take part in a comparison.
var added = map[string]string{
	"en": `Share this article
		Read more: Ferry ban looms
		READ MORE: Ferry ban looms
		Also read: Ferry ban looms
		Related: Ferry ban looms
		Sign up for our morning newsletter
		Sign up here to get the day's top stories straight to your inbox.
		Subscribe to our newsletter for more stories like this.
		Follow us on Instagram
		Follow AP's coverage of shipping at https://apnews.example/shipping
		Find this article at:
		Click here for more
		Advertisement
		Story continues below advertisement
		Copyright 2025 The Averley Post. All rights reserved.
		All rights reserved. This material may not be published, broadcast, rewritten or redistributed.
		Download the Averley Post app
		Get our weekly newsletter
		Cookie settings
		Cookie policy
		Terms of use
		Privacy policy
		Contact us
		Watch: Ferry rams the quay
		Listen to our podcast
		(Reporting by Ada Onslow; Editing by Jon Roe)
		Reporting by Ada Onslow; additional reporting by Per Wahl; editing by Jon Roe
		• Additional reporting by Per Wahl
		Ada Onslow contributed reporting from Averley.
		Ada Onslow contributed to this report.
		Associated Press writer Ada Onslow in Averley contributed to this report.
		Associated Press writers Ada Onslow in Averley and Jon Roe in Brake contributed.
		With reporting by Reuters
		With AFP
		With inputs from agencies
		With inputs from PTI
		--with files from The Canadian Press
		- With files from Reuters
		This report by The Canadian Press was first published Oct. 14, 2025.
		AFP-JIJI
		AP / Reuters
		© Agence France-Presse
		© 2025 AFP
		ENDS
		Filed under: Shipping
		Topics: Shipping
		Photo: Jon Roe/Meridian
		Write to Ada Onslow at ada.onslow@post.example
		More to follow
		More follows...
		This is a developing story.
		This story is developing and will be updated.
		First published on Oct 14, 2025
		Updated Oct 14, 2025 at 6:02 p.m.
		Published On 14 Oct 2025
		2 min read
		Bookmark`,
	"de": `Lesen Sie auch: Fähre gestoppt
		Mehr zum Thema
		Das könnte Sie auch interessieren
		Anzeige
		Newsletter abonnieren
		Jetzt abonnieren
		Folgen Sie uns auf Instagram
		© dpa-infocom, dpa:251016-930-171/1
		Mit Material von dpa
		dpa/AFP
		(dpa/lni)
		Quelle: dpa
		(Redaktion: Ada Onslow)
		Alle Rechte vorbehalten
		Foto: Jon Roe/dpa
		Stand: 14.10.2025, 18:02 Uhr
		Aktualisiert am 14. Oktober 2025 um 18:02
		Von Ada Onslow
		Lesezeit: 3 Minuten
		Teilen
		Zur Startseite`,
	"fr": `Lire aussi : Le bac arrêté
		À lire aussi : Le bac arrêté
		Publicité
		Abonnez-vous à notre newsletter pour ne rien manquer de l'actualité.
		Publié le 14 octobre 2025 à 18h02
		Mis à jour le 14/10/2025 à 18:02
		Par Ada Onslow
		Par Ada Onslow avec AFP
		(avec AFP)
		avec AFP et Reuters
		Avec AFP
		Le Courrier avec AFP
		© AFP
		Crédit photo : Jon Roe
		Partager
		Tous droits réservés
		Temps de lecture : 3 min`,
	"es": `Lea también: El transbordador parado
		Te puede interesar
		Publicidad
		Suscríbete a nuestro boletín
		Síguenos en Instagram
		Con información de EFE
		(Con información de AFP y Reuters)
		Publicado el 14 de octubre de 2025 a las 10:15
		Actualizado a las 18:02 h
		EFE
		Por Ada Onslow
		Todos los derechos reservados
		Foto: Jon Roe
		Compartir`,
	"it": `Leggi anche: Traghetto fermo
		Pubblicità
		Riproduzione riservata
		© Riproduzione riservata
		RIPRODUZIONE RISERVATA © Copyright ANSA
		Iscriviti alla newsletter
		Pubblicato il 14 ottobre 2025 alle 18:02
		(ANSA)
		Condividi
		Di Ada Onslow
		Foto: Jon Roe`,
	"pt": `Leia também: Balsa parada
		Leia mais
		Publicidade
		Continua depois da publicidade
		Assine nossa newsletter
		Siga a gente no Instagram
		Com informações da Lusa
		Publicado em 14 de outubro de 2025 às 10h15
		Todos os direitos reservados
		Foto: Jon Roe
		Por Ada Onslow`,
	"nl": `Lees ook: Veerboot gestopt
		Lees meer
		Advertentie
		Schrijf je in voor onze nieuwsbrief
		Door Ada Onslow
		(ANP)
		Bron: ANP
		Foto: ANP
		Alle rechten voorbehouden
		Laatste update: 14 oktober 2025 om 18:02`,
	"pl": `Czytaj też: Prom zatrzymany
		Czytaj więcej
		Reklama
		(PAP)
		Źródło: PAP
		Fot. PAP
		Udostępnij`,
	"sv": `Läs också: Färjan stoppad
		Läs mer
		Annons
		(TT)
		Foto: TT
		Prenumerera på vårt nyhetsbrev
		Dela`,
	"da": `Læs også: Færgen stoppet
		Læs mere
		Annonce
		/ritzau/
		Foto: Ritzau Scanpix
		Del artiklen`,
	"ru": `Читайте также: паром остановлен
		Реклама
		Подписывайтесь на наш канал
		Источник: ТАСС
		Фото: РИА Новости
		Все права защищены
		Поделиться`,
	"uk": `Читайте також: паром зупинено
		Реклама
		Підписуйтесь на наш канал
		Джерело: Укрінформ
		Поділитися`,
	"ja": `関連記事
		あわせて読みたい
		続きを読む
		2025年10月14日 18時30分
		更新 2025年10月14日
		【共同】
		（共同）
		無断転載を禁じます
		写真＝共同`,
	"zh": `来源：新华社
		责任编辑：王明
		（完）
		相关阅读：渡轮停航
		广告
		2025年10月14日 18:30`,
	"ar": `اقرأ أيضا: توقف العبارة
		إعلان
		شارك
		جميع الحقوق محفوظة
		المصدر: وكالات
		تابعونا على فيسبوك`,
}

// sentences of stories that begin or end as such lines do: each must take
// part in a comparison.
var prose = map[string]string{
	"en": `Share this burden and the harbour survives, the mayor told a crowd of dockers.
		Share prices fell 4% in early trading on Monday.
		Read more widely, she advised, and write less.
		Related charges against the captain were dropped in May.
		Sign up fees doubled last year, the regulator said.
		Subscribe to that view and you must accept the rest, Onslow argued.
		Follow us into the hall, the guide said, and the pupils did.
		Cookie sales rose 10% in the first quarter.
		Cookie makers in Averley went on strike on Monday.
		Privacy policy experts said the rule would not survive a court.
		Terms of use were changed without notice, the watchdog found.
		Contact us later, the office told the widow three times.
		Watch the sky: it turned green over Averley just after nine.
		Watch sales: exports fell for a third month in a row.
		Video: that was the word of the day at the film fair.
		Click here and a bank account is empty, police warned pensioners.
		Advertisement spending fell by a third.
		Copyright law was tightened in 2019.
		Copyright holders sued the firm in March.
		Download speeds of 5 megabits are common on the islands.
		Get the app, the ministry told commuters, or stay at home.
		Join the newsletter business, he was told, and he did.
		Source: that was how Averley was known to the pilgrims.
		Topics: war, bread and weather; nobody spoke of anything else.
		Tags: every bird on the island now wears one.
		Comments by the minister angered fishermen.
		More from the north than the south voted for him.
		Most read the ruling as a defeat.
		Most popular was the striped one, the shop said.
		Recommended doses were cut by half.
		Up next is a vote in the upper house.
		See also the ruling of 2019, the judge added.
		Photo: the word comes from the Greek for light.
		Picture this: a harbour without a single crane.
		Credit: where it is due, the coach gives it.
		Image: that is all the party cares about, its former head said.
		Skip to the end and the film still makes no sense.
		Continue reading, the teacher said, and nobody did.
		Ends meet only because the church pays the gas bill.
		Reporting by the agency cleared the captain.
		Additional reporting by the banks will be required from March.
		Writing by hand is taught again in Averley.
		Editing by committee ruined the speech, she said.
		By Tuesday the rescuers had reached the valley.
		By Friday, Onslow had resigned.
		AP courses are offered in four schools.
		Reuters reported that the ferry had sunk.
		AFP reporters saw three boats leave.
		With Reuters' help the film was found.
		Updated rules take effect on 1 May 2025.
		Published in 2019, the study was withdrawn in 2021.
		At 10:15 on Monday the bridge closed.
		It was first published in 1911.
		More to follow, he promised, and kept his word.
		The storm is developing and will be watched, the office said.
		No one was hurt.
		"We won," he said.
		Yes.`,
	"de": `Von Montag an fährt keine Fähre.
		Von Lindau bis Brake standen Tausende an den Straßen.
		Mehr zum Leben brauche er nicht, sagte der Fischer.
		Anzeige erstattete niemand.
		Anzeigen gegen den Kapitän liegen nicht vor.
		Newsletter lese er nie, sagte der Minister.
		Teilen will er nicht.
		Stand: Das ist alles, was ihm blieb.
		Kommentare des Ministers verärgerten die Fischer.
		Ende gut, alles gut, sagte sie.
		Werbung für Tabak bleibt verboten.
		Am 14. Oktober 2025 um 18 Uhr begann der Streik.
		Impressum und Datenschutz müssten geprüft werden, sagte die Anwältin.`,
	"fr": `Par ailleurs, le port restera fermé.
		Par Lyon passent six trains par jour.
		Partager le pouvoir, voilà l'idée du maire.
		Publicité et presse vivent ensemble, dit-il.
		Newsletter ou journal, elle lit tout.
		Imprimer un billet coûte neuf centimes.
		Source : c'est ainsi que les pèlerins nommaient Vaubrac.
		Photo : le mot vient du grec.
		Suivez-nous, a lancé le maire à la foule, et la foule a suivi.
		Fin mars, le pont rouvrira.
		Voir aussi loin est rare, a dit le gardien du phare.
		Le 14 octobre 2025 à 18h02, la terre a tremblé.
		Avec l'aide de l'armée, le pont a été réparé.`,
	"es": `Por ahora nadie sabe la causa.
		Por Madrid pasan seis trenes al día.
		Compartir el poder es la idea del alcalde.
		Publicidad y prensa viven juntas, dijo.
		Más información llegará el lunes, prometió el ministro.
		Ver más lejos es raro, dijo el farero.
		Fuente: así llamaban los peregrinos al pueblo.
		Comentarios del ministro enfadaron a los pescadores.
		Relacionado con el caso, un hombre fue detenido.
		Fin de semana sin trenes en Averley.`,
	"it": `Di notte il porto resta chiuso.
		Di Roma non si parlò più.
		Stampa e governo litigano da mesi.
		Commenti del ministro hanno irritato i pescatori.
		Fine marzo, il ponte riaprirà.
		Fonte: così i pellegrini chiamavano il paese.
		Pubblicità e stampa vivono insieme, ha detto.`,
	"pt": `Por enquanto ninguém sabe a causa.
		Siga o dinheiro, disse a promotora.
		Assine o contrato ou saia, disse o patrão.
		Fonte: assim os peregrinos chamavam a vila.
		Publicidade e imprensa vivem juntas, disse.
		Tags: cada ave da ilha usa agora uma.`,
	"nl": `Door de storm bleef de haven dicht.
		Door Amsterdam rijden geen trams meer.
		Lees meer, zei de minister tegen de leerlingen, en hij gaf ieder een boek.
		Bron: zo noemden de pelgrims het dorp.`,
	"ru": `Фото погибших передали семьям.
		Фото с места аварии изучает следствие.
		Реклама табака запрещена с 2014 года.
		Подробнее о деле суд расскажет в среду.
		Источник: так паломники называли село.
		Текст договора опубликуют в среду.
		По теме налогов депутаты спорили до ночи.`,
	"uk": `Фото загиблих передали родинам.
		Реклама тютюну заборонена з 2014 року.
		Детальніше про справу суд розповість у середу.
		Текст угоди оприлюднять у середу.`,
	"ja": `写真を撮った人は見つかっていない。
		広告費は3割減った。
		更新は2025年10月に終わる。
		シェアは10％に落ちた。
		2025年10月14日に駅は閉じられた。`,
	"zh": `广告收入下降了三成。
		分享经验是会议的目的。
		图书馆将于明年开放。
		记者看到三艘船离开港口。
		编辑部已经搬走。`,
	"ar": `إعلان النتائج سيتم يوم الأحد.
		شارك في الاجتماع سبعة وزراء.
		المصدر الرئيسي للدخل هو الصيد.`,
}

func TestAddedLines(t *testing.T) {
	for lang, lines := range added {
		for l := range strings.Lines(lines) {
			if l = strings.TrimSpace(l); text.RoleOf(l, lang).Counted() {
				t.Errorf("%s: %q is %v", lang, l, text.RoleOf(l, lang))
			}
		}
	}
}

func TestProseIsKept(t *testing.T) {
	for lang, lines := range prose {
		for l := range strings.Lines(lines) {
			if l = strings.TrimSpace(l); !text.RoleOf(l, lang).Counted() {
				t.Errorf("%s: %q is %v", lang, l, text.RoleOf(l, lang))
			}
		}
	}
}
