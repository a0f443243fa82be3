/** De dónde vienen las medidas de los módulos. Cada `#` es un número, en su orden. */
export const sources: Readonly<Record<string, string>> = {
  'The first hole sits half a pitch from the end, so that tubes meet hole on hole':
    'El primer agujero está a medio paso del extremo, para que los tubos coincidan agujero con agujero',
  'A hole sits in the middle of each square, as far from the edge as the tube’s first from its end':
    'En medio de cada cuadrado hay un agujero, tan lejos del borde como el primero del tubo de su extremo',
  'Holes run along the middle of the flat of a leg; the first sits half a pitch from the end, as in the tube':
    'Los agujeros van por el medio de lo plano de un ala; el primero, a medio paso del extremo, como en el tubo',
  'The roundings of a rolled angle are left out': 'No se dibujan los redondeos de un ángulo laminado',
  'A square key lies half in the shaft (ASME B17.1)':
    'La mitad de una chaveta cuadrada está dentro del eje (ASME B17.1)',
  'Flange, hub and insert: chosen, near the ratios of UC inserts in square flanges':
    'Brida, cubo e inserto: elegidos, cerca de las proporciones de los insertos UC en bridas cuadradas',
  'A column of holes on each side lies on a tube; the squares between are free for the bearing: chosen':
    'A cada lado, una columna de agujeros va sobre un tubo; los cuadrados de en medio quedan para el rodamiento: elegido',
  'How bearings meet a frame is not known but in the wheel and track unit':
    'Cómo se unen los rodamientos a un bastidor solo se conoce en la unidad de rueda y la de oruga',
  'Head # diameters across flats and # high, nut # high: ASME B18.2.1 and B18.2.2, rounded':
    'Cabeza de # diámetros entre caras y # de alto, tuerca de # de alto: ASME B18.2.1 y B18.2.2, redondeado',
  'A fifth of a diameter sticks out of the nut: chosen. The thread is told as a cylinder':
    'De la tuerca sobresale un quinto de diámetro: elegido. La rosca se da como un cilindro',
  'Wheel unit (UWU v25): motor flange # in square with # bolts on # in; bearings with # bolts on # in':
    'Unidad de rueda (UWU v25): brida cuadrada del motor de # in con # tornillos a # in; rodamientos con # tornillos a # in',
  'How a unit hangs on its frame is not known: the mounting plate is a joint plate of # × #, chosen':
    'No se sabe cómo cuelga la unidad de su bastidor: la placa de montaje es una placa de unión de # × #, elegida',
  'A motor takes # gal/min at # lb/in²: chosen. Bills of materials tell of # gal/min at # to # lb/in², and of # to # at #':
    'Un motor toma # gal/min a # lb/in²: elegido. Unas listas de materiales hablan de # gal/min a # hasta # lb/in², otras de # a # a #',
  'Track unit (UTU v25): motor flange # in square with # bolts on # in; bearings with # bolts on # in':
    'Unidad de oruga (UTU v25): brida cuadrada del motor de # in con # tornillos a # in; rodamientos con # tornillos a # in',
  'Side plates, idlers of # in and the sides of the chain are chosen: nothing is known of them':
    'Las placas laterales, las ruedas guía de # in y los lados de la cadena están elegidos: no se sabe nada de ellos',
  'The inner side plate carries a row of holes of # in at # in, so that it bolts to a frame tube: chosen':
    'La placa lateral interior lleva una fila de agujeros de # in cada # in, para atornillarla a un tubo de bastidor: elegido',
  'A motor takes # gal/min at # lb/in²: chosen, as for the wheel unit':
    'Un motor toma # gal/min a # lb/in²: elegido, como en la unidad de rueda',
  'Pump of # in³ a turn: about # gal/min (# l/min) at # turns a minute; couplers of #/# in':
    'Bomba de # in³ por vuelta: unos # gal/min (# l/min) a # vueltas por minuto; acoples de #/# in',
  'Relief at # lb/in² (# bar); an engine of # or # hp does not reach it at full flow':
    'Alivio a # lb/in² (# bar); un motor de # o # hp no llega a ello con todo el caudal',
  'The rails that it stands on carry holes of # in at # in, so that it bolts to two frame tubes: chosen':
    'Los largueros en que se apoya llevan agujeros de # in cada # in, para atornillarlo a dos tubos de bastidor: elegido',
  'Of the engine’s power # % reaches the oil: chosen. Engine, tanks and cooler are drawn as usual ones are: chosen':
    'De la potencia del motor llega al aceite el # %: elegido. Motor, depósitos y enfriador se dibujan como suelen ser: elegido',
  'Force is pressure times the area of the piston: at # lb/in² (# bar) a bore of # in pushes with #,# lb (# kN)':
    'La fuerza es la presión por el área del émbolo: a # lb/in² (# bar), un diámetro interior de # in empuja con #.# lb (# kN)',
  'Piston, gland, caps and eyes: chosen as shares of bore and pin':
    'Émbolo, prensaestopas, tapas y ojos: elegidos como partes del diámetro interior y del bulón',
  'Belt GT2; carriage, motor side and idler side; fourteen distinct parts at # mm':
    'Correa GT2; carro, lado del motor y lado de la polea libre; catorce piezas distintas con # mm',
  'Linear bearings: LM8UU # × # mm, and inch sizes of # #/# × # #/# in and # × # in':
    'Rodamientos lineales: LM8UU # × # mm, y medidas en pulgadas de # #/# × # #/# in y # × # in',
  'Motors NEMA #, # and # with their screws on #, # and # mm: chosen by size of rod, as are volts and amps':
    'Motores NEMA #, # y # con sus tornillos a #, # y # mm: elegidos por el tamaño de la varilla, como los voltios y amperios',
  'Walls of the blocks: chosen': 'Paredes de los bloques: elegidas',
  'A closed box with its cables at one end, bought; its plug goes into the wall':
    'Una caja cerrada con sus cables en un extremo, comprada; su enchufe va a la pared',
  'A plate with a row of holes below it: chosen': 'Una placa con una fila de agujeros debajo: elegida',
  'All measures chosen': 'Todas las medidas elegidas',
  'At least # gal/min at # lb/in², at most #; main cylinder of # in bore: #,# lb; # to # blocks a minute':
    'Al menos # gal/min a # lb/in², como mucho #; cilindro principal de # in de diámetro interior: #.# lb; de # a # bloques por minuto',
  'Legs of # in tube, walls of # in, lugs, arms and hopper: chosen; nothing is known of them':
    'Patas de tubo de # in, paredes de # in, orejas, brazos y tolva: elegidos; no se sabe nada de ellos',
  'Loose soil is # times as high as the block: chosen':
    'La tierra suelta es # veces más alta que el bloque: elegido',
  'Plates of # to # mm, their height and the cover: chosen; only the block is known':
    'Placas de # a # mm, su altura y la tapa: elegidas; solo se conoce el bloque',
  'How axes are held is not known: a plate across the ends of the rods and a foot, chosen':
    'No se sabe cómo se sujetan los ejes lineales: una placa en los extremos de las varillas y un pie, elegidos',
  'Two plates welded at a right angle; the holes are in the middle of the one that stands: chosen':
    'Dos placas soldadas en ángulo recto; los agujeros están en medio de la que está de pie: elegido',
  'A spool as it is sold, on a pipe that is glued to a plate: all chosen':
    'Una bobina como se vende, en un tubo pegado a una placa: todo elegido',
  'Its holes are spread about its middle; without columns or rows it has none':
    'Sus agujeros se reparten alrededor de su centro; sin columnas o filas no tiene ninguno',
  'Nothing is known of it: all chosen. The lever that must be held is left out':
    'No se sabe nada de ello: todo elegido. No se dibuja la palanca que hay que sujetar',
  'Back # mm in front of the pins, a slanted corner of # mm, a cutting edge of #/# in: all chosen':
    'Respaldo # mm delante de los bulones, una esquina inclinada de # mm, un filo de #/# in: todo elegido',
  'How it is tipped is not known: lugs for a cylinder beside each arm, chosen':
    'No se sabe cómo se vuelca: orejas para un cilindro junto a cada brazo, elegidas',
  'How loaders turn on their posts is not known: a disc between two tubes, chosen':
    'No se sabe cómo giran los cargadores en sus postes: un disco entre dos tubos, elegido',
  'A hook above and a slanted foot below, as skid steers carry their implements; all but width and height chosen':
    'Un gancho arriba y un pie inclinado abajo, como las minicargadoras llevan sus aperos; todo menos el ancho y el alto, elegido',
  'Nothing is known of it: all chosen. The belt is left out':
    'No se sabe nada de ello: todo elegido. No se dibuja el cinturón',
  'A roof, a sloping back, two sides with the bolts of a bearing, a grate behind: all chosen':
    'Un techo, una parte trasera inclinada, dos lados con los tornillos de un rodamiento, una rejilla detrás: todo elegido',
  'A drum with stars cut from plate, each turned a bit further than the one before it: chosen':
    'Un tambor con estrellas cortadas de chapa, cada una girada un poco más que la anterior: elegido',
  'Hot end, spindle of # W and machine torch are drawn as usual ones are: chosen':
    'Cabezal caliente, husillo de # W y antorcha de máquina se dibujan como suelen ser: elegido',
  'An extruder takes # A at # V, a spindle # A at # V: chosen. The torch has its own source':
    'Un extrusor toma # A a # V, un husillo # A a # V: elegido. La antorcha tiene su propia fuente',
  'A section of # mm for each motor and each cylinder, ports of #/# in: chosen, near valves for # gal/min':
    'Una sección de # mm para cada motor y cada cilindro, bocas de #/# in: elegido, cerca de válvulas para # gal/min',
  'A motor’s section gives pressure and takes the oil back; a cylinder’s gives it to either side':
    'La sección de un motor da presión y recibe el aceite de vuelta; la de un cilindro la da a un lado o al otro',
  'Slats of # in × #/# in stand # mm out of the tray; runners of # × # mm: chosen':
    'Listones de # in × #/# in sobresalen # mm de la bandeja; patines de # × # mm: elegido',

  'LifeTrac members of # and # in; # m is a bar as sold':
    'Piezas de LifeTrac de # y # in; una barra se vende de # m',
  'LifeTrac frame: # × # in': 'Bastidor de LifeTrac: # × # in',
  'Walls of #/# to #/# in are in use; LifeTrac II: #/# in':
    'Se usan paredes de #/# a #/# in; LifeTrac II: #/# in',
  'No pitch is standard: it is a choice of the builder': 'Ningún paso es estándar: lo elige quien construye',
  'Holes of typically # in': 'Agujeros que suelen ser de # in',
  'Drilled through two walls at a time': 'Se taladran dos paredes a la vez',
  'Plates in multiples of # × # in': 'Placas en múltiplos de # × # in',
  'The tube it joins: # in; no pitch is standard': 'El tubo que une: # in; ningún paso es estándar',
  'The same holes as in the tube: # in': 'Los mismos agujeros que en el tubo: # in',
  'Joint plates of #/# in': 'Placas de unión de #/# in',
  'Height of the Power Cube’s frame of angle iron: # in; # m is a bar as sold':
    'Altura del bastidor de ángulo del Power Cube: # in; una barra se vende de # m',
  'Chosen: nothing is known': 'Elegido: no se sabe nada',
  'Chosen: legs that are drilled': 'Elegido: alas que se taladran',
  'The tube it meets: # in': 'El tubo al que se une: # in',
  'Wheel and track unit: # in': 'Unidad de rueda y de oruga: # in',
  'Wheel unit: # in; track unit: # in': 'Unidad de rueda: # in; unidad de oruga: # in',
  'Chosen: a key at the driven end': 'Elegido: una chaveta en el extremo que recibe la fuerza',
  'ASME B17.1: a shaft of # in takes a square key of #/# in':
    'ASME B17.1: un eje de # in lleva una chaveta cuadrada de #/# in',
  'Chosen: how far from its ends a shaft lies in its bearings':
    'Elegido: a qué distancia de sus extremos se apoya un eje en sus rodamientos',
  'Chosen: a hub of # in': 'Elegido: un cubo de # in',
  'Wheel unit: a shaft of # in': 'Unidad de rueda: un eje de # in',
  'Wheel unit: bearings with # bolts on # in': 'Unidad de rueda: rodamientos con # tornillos a # in',
  'Chosen: clearance for bolts of #/# in': 'Elegido: holgura para tornillos de #/# in',
  'Wheel unit: a bearing takes a plate of # × # in, two squares of # in':
    'Unidad de rueda: un rodamiento ocupa una placa de # × # in, dos cuadrados de # in',
  'The tubes it lies on: # in': 'Los tubos en que se apoya: # in',
  'Chosen: clearance for bolts of #/# in, as in the bearing':
    'Elegido: holgura para tornillos de #/# in, como en el rodamiento',
  'Chosen: room around a shaft of # in': 'Elegido: sitio alrededor de un eje de # in',
  'Wheel unit: plates of #/# in': 'Unidad de rueda: placas de #/# in',
  'LifeTrac II: bolts of #/# in': 'LifeTrac II: tornillos de #/# in',
  'LifeTrac II: # × #/# in, read as # in long: through two tubes of # in and a nut; joint plates take pins of # in':
    'LifeTrac II: # × #/# in, leído como # in de largo: a través de dos tubos de # in y una tuerca; las placas de unión llevan pasadores de # in',
  'What it clamps, from head to nut; none: as much as its length allows':
    'Lo que aprieta, de la cabeza a la tuerca; nada: tanto como permite su longitud',
  'Wheel unit (UWU v25): plates of # × # in': 'Unidad de rueda (UWU v25): placas de # × # in',
  'Wheel unit (UWU v25): plates of #/# in': 'Unidad de rueda (UWU v25): placas de #/# in',
  'Wheel unit (UWU v25): gaps of # and # in': 'Unidad de rueda (UWU v25): huecos de # y # in',
  'Wheel unit (UWU v25): shaft of # in': 'Unidad de rueda (UWU v25): eje de # in',
  'Wheel unit (UWU v25): shaft # in long': 'Unidad de rueda (UWU v25): eje de # in de largo',
  'Chosen: a unit may also drive something else': 'Elegido: una unidad también puede mover otra cosa',
  'LifeTrac v25: wheels of # mm': 'LifeTrac v25: ruedas de # mm',
  'Motors of #, # and # in³ a turn at some # turns a minute; bills of materials name # and #, the third is chosen':
    'Motores de #, # y # in³ por vuelta a unas # vueltas por minuto; las listas de materiales nombran # y #, el tercero está elegido',
  'Track unit (UTU v25): idlers # in apart': 'Unidad de oruga (UTU v25): ruedas guía separadas # in',
  'Track unit (UTU v25): drive # in above': 'Unidad de oruga (UTU v25): tracción # in más arriba',
  'Track unit (UTU v25): sprocket of # teeth': 'Unidad de oruga (UTU v25): piñón de # dientes',
  'Track unit (UTU v25): sprocket of # in pitch': 'Unidad de oruga (UTU v25): piñón de # in de paso',
  'Chosen: a bar on every second link': 'Elegido: una barra cada dos eslabones',
  'Track unit (UTU v25): bars of # × # × # in': 'Unidad de oruga (UTU v25): barras de # × # × # in',
  'Track unit (UTU v25): the same plates as the wheel unit, # × # in':
    'Unidad de oruga (UTU v25): las mismas placas que la unidad de rueda, # × # in',
  'Track unit (UTU v25): the same plates as the wheel unit, #/# in':
    'Unidad de oruga (UTU v25): las mismas placas que la unidad de rueda, #/# in',
  'Track unit (UTU v25): the same plates as the wheel unit, gaps of # and # in':
    'Unidad de oruga (UTU v25): las mismas placas que la unidad de rueda, huecos de # y # in',
  'Track unit (UTU v25): shaft of # in': 'Unidad de oruga (UTU v25): eje de # in',
  'Track unit (UTU v25): shaft # in long': 'Unidad de oruga (UTU v25): eje de # in de largo',
  'Power Cube: frame of angle iron # × # × # in': 'Power Cube: bastidor de ángulo de # × # × # in',
  'Chosen: nothing is known of the angle': 'Elegido: no se sabe nada del ángulo',
  'Chosen: nothing is known of it': 'Elegido: no se sabe nada de ello',
  'Engine of # hp; other builds #, # and # hp': 'Motor de # hp; otras construcciones, de #, # y # hp',
  'About # gal/min at # turns a minute': 'Unos # gal/min a # vueltas por minuto',
  'CEB press: cylinder of # in bore': 'Prensa de bloques: cilindro de # in de diámetro interior',
  'CEB press: rod of # in': 'Prensa de bloques: vástago de # in',
  'Chosen: a block of # in from loose soil': 'Elegido: un bloque de # in a partir de tierra suelta',
  'How far it is drawn out': 'Cuánto ha salido',
  'Chosen: nothing is known of the wall': 'Elegido: no se sabe nada de la pared',
  'Chosen: nothing is known of the pins': 'Elegido: no se sabe nada de los bulones',
  'CEB press: # lb/in² (# bar), at most #': 'Prensa de bloques: # lb/in² (# bar), como mucho #',
  'The Power Cube’s couplers: #/# in': 'Los acoples del Power Cube: #/# in',
  'Universal Axis: rods of # mm (#/# in), # in and # in':
    'Eje Universal: varillas de # mm (#/# in), # in y # in',
  'Chosen: a printer’s bed of # mm': 'Elegido: una cama de impresora de # mm',
  'Chosen: how much further apart the rods are': 'Elegido: cuánto más separadas están las varillas',
  'Where the carriage stands, per cent of its travel':
    'Dónde está el carro, en tanto por ciento de su recorrido',
  'Universal Axis: motors for #, # and # V': 'Eje Universal: motores para #, # y # V',
  'Chosen: a printer with a heated bed': 'Elegido: una impresora con cama caliente',
  'Chosen: as a supply of # W is sold': 'Elegido: como se vende una fuente de # W',
  'The tube it is screwed to: # in; no pitch is standard':
    'El tubo al que se atornilla: # in; ningún paso es estándar',
  'Screws of # mm, as in smaller machines': 'Tornillos de # mm, como en máquinas más pequeñas',
  'CEB press: block of # × # × # to # in': 'Prensa de bloques: bloque de # × # × # a # in',
  'Chosen: the height at which blocks are taken': 'Elegido: la altura a la que se toman los bloques',
  'Chosen: soil from a loader’s bucket': 'Elegido: tierra del cucharón de un cargador',
  'Chosen: what closes the chamber while it presses': 'Elegido: lo que cierra la cámara mientras prensa',
  'As the axis: how much further apart its rods are': 'Como el eje: cuánto más separadas están sus varillas',
  'Chosen: from the middle of the rods down to what it stands on; the axis at # mm is # mm high':
    'Elegido: del centro de las varillas hasta aquello en que se apoya; el eje de # mm mide # mm de alto',
  'Chosen: the tube below it, # in': 'Elegido: el tubo de debajo, # in',
  'Chosen: three screws': 'Elegido: tres tornillos',
  'The tube below it: # in': 'El tubo de debajo: # in',
  'Chosen: clearance for M6': 'Elegido: holgura para M6',
  'Chosen: clearance for M#': 'Elegido: holgura para M#',
  'Universal Axis: its carriage is # mm long at # mm':
    'Eje Universal: con varillas de # mm, su carro mide # mm',
  'Chosen: as wide as what it lies on': 'Elegido: tan ancho como aquello en que se apoya',
  'Chosen: room for what it carries': 'Elegido: sitio para lo que lleva',
  'Chosen: one line of screws': 'Elegido: una línea de tornillos',
  'Chosen: two screws': 'Elegido: dos tornillos',
  'The printer’s tubes: # in': 'Los tubos de la impresora: # in',
  'Chosen: as a spool of # kg is sold': 'Elegido: como se vende una bobina de # kg',
  'Chosen: past a tube of # in beside it': 'Elegido: más allá de un tubo de # in a su lado',
  'The tube it is screwed to: # in': 'El tubo al que se atornilla: # in',
  'Chosen: a deck over two frame tubes': 'Elegido: un suelo sobre dos tubos de bastidor',
  'The tubes below it: a hole every # in': 'Los tubos de debajo: un agujero cada # in',
  'The tube it lies on: # in; no pitch is standard': 'El tubo en que se apoya: # in; ningún paso es estándar',
  'Of what it is screwed onto, where that is smaller than the plate; none: as wide as the plate':
    'De aquello a lo que se atornilla, si es menor que la placa; nada: tan ancho como la placa',
  'Of what it is screwed onto, where that is smaller than the plate; none: as high as the plate':
    'De aquello a lo que se atornilla, si es menor que la placa; nada: tan alto como la placa',
  'Chosen: what the shelf has': 'Elegido: lo que hay en el estante',
  'Chosen: as far apart as the posts it is bolted to':
    'Elegido: tan separado como los postes a los que se atornilla',
  'Chosen: an arm’s length behind the machine': 'Elegido: a un brazo de distancia detrás de la máquina',
  'Chosen: up to the hands of whoever walks behind': 'Elegido: hasta las manos de quien camina detrás',
  'The tube it is bolted to: # in': 'El tubo al que se atornilla: # in',
  'LifeTrac v25: # mm wide': 'LifeTrac v25: # mm de ancho',
  'Chosen: plate of #/# in': 'Elegido: chapa de #/# in',
  'Chosen: from the inner side of one arm to that of the other':
    'Elegido: del lado interior de un brazo al del otro',
  'Chosen: how far the arms slope down where the bucket stands level':
    'Elegido: cuánto bajan los brazos cuando el cucharón está horizontal',
  'The arms: tubes with holes every # in': 'Los brazos: tubos con agujeros cada # in',
  'How far what turns is turned': 'Cuánto ha girado lo que gira',
  'The tubes on both sides of it: # in': 'Los tubos a sus dos lados: # in',
  'Chosen: as a joint plate': 'Elegido: como una placa de unión',
  'Quick attach plates of # in': 'Placas de enganche rápido de # in',
  'Quick attach plates # in high': 'Placas de enganche rápido de # in de alto',
  'The tubes behind it: a hole every # in': 'Los tubos de detrás: un agujero cada # in',
  'The tubes behind it: holes every # in': 'Los tubos de detrás: agujeros cada # in',
  'Chosen: one person': 'Elegido: una persona',
  'Chosen: from what it stands on to the cushion': 'Elegido: de aquello en que se apoya al cojín',
  'Chosen: up to the shoulders': 'Elegido: hasta los hombros',
  'What it stands on: holes every # in': 'Aquello en que se apoya: agujeros cada # in',
  'Chosen: a quick attach plate of # in': 'Elegido: una placa de enganche rápido de # in',
  'Chosen: what turns in it, and a bit': 'Elegido: lo que gira dentro, y un poco más',
  'Wheel unit: its mounting plate lies # #/# in above the shaft':
    'Unidad de rueda: su placa de montaje está # #/# in por encima del eje',
  'Clearance for bolts of #/# in, as in the bearing':
    'Holgura para tornillos de #/# in, como en el rodamiento',
  'The tubes that it hangs on: # in': 'Los tubos de que cuelga: # in',
  'Chosen: as wide as a quick attach plate of # in':
    'Elegido: tan ancho como una placa de enganche rápido de # in',
  'Chosen: what has room under a wheel unit’s plate':
    'Elegido: lo que cabe debajo de la placa de una unidad de rueda',
  'Chosen: so many rows of teeth': 'Elegido: tantas filas de dientes',
  'Chosen: teeth on each star': 'Elegido: dientes de cada estrella',
  'Wheel unit: shaft of # in': 'Unidad de rueda: eje de # in',
  'Wheel unit: a keyway of two diameters': 'Unidad de rueda: un chavetero de dos diámetros',
  'Chosen: through a side and its bearing': 'Elegido: a través de un lado y su rodamiento',
  '3D printer, circuit mill and torch table': 'Impresora 3D, fresadora de circuitos y mesa de corte',
  '#D printer, circuit mill and torch table': 'Impresora #D, fresadora de circuitos y mesa de corte',
  'Chosen: as high as what it is screwed to': 'Elegido: tan alto como aquello a lo que se atornilla',
  'MicroTrac: one lever for each wheel': 'MicroTrac: una palanca para cada rueda',
  'Chosen: one lever for what lifts': 'Elegido: una palanca para lo que levanta',
  'CNC torch table: sheets of # × # ft, the narrow side': 'Mesa de corte: chapas de # × # ft, el lado corto',
  'CNC torch table: sheets of # × # ft': 'Mesa de corte: chapas de # × # ft',
  'Chosen: room for water under the slats': 'Elegido: sitio para agua bajo los listones',
  'Chosen: sheet of #/# in': 'Elegido: chapa fina de #/# in',
  'Chosen: a slat every # mm': 'Elegido: un listón cada # mm',
  'Chosen: as far apart as the tubes it lies on': 'Elegido: tan separados como los tubos en que se apoya',
  'Chosen: half an inch': 'Elegido: media pulgada',
};
